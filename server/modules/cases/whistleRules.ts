// The mini-states of a called unit and its limits (domain.md 1.6). Pure.
import type { Act, AssignmentStatus } from '#contract/cases/codes.ts';
import type { WhistleType } from '#contract/cases/joint/codes.ts';
import type { Limit } from '#contract/cases/sla.ts';
import { refusedUnless, type Verdict } from './rules.ts';

type Answer = Extract<Act, 'acknowledge' | 'arrive' | 'report_response' | 'evaluate_responder'>;

/** notified > acknowledged > arrived > reported > evaluated, each by its own act and none left out. */
export const answers: Record<Answer, { from: AssignmentStatus; to: AssignmentStatus }> = {
  acknowledge: { from: 'notified', to: 'acknowledged' },
  arrive: { from: 'acknowledged', to: 'arrived' },
  report_response: { from: 'arrived', to: 'reported' },
  evaluate_responder: { from: 'reported', to: 'evaluated' },
};

export const answerGuard = (status: AssignmentStatus, answer: Answer): Verdict =>
  refusedUnless(status === answers[answer].from, 'case.whistle_order');

/** A called unit whose work is still open. */
export const answering: readonly AssignmentStatus[] = ['notified', 'acknowledged', 'arrived'];

interface WhistleLimits {
  acknowledge: Limit;
  /** Null: by appointment. */
  arrive: Limit | null;
  finish: Limit;
}

const planned: WhistleLimits = {
  acknowledge: { amount: 1, clock: 'work_day' },
  arrive: { amount: 3, clock: 'work_day' },
  finish: { amount: 10, clock: 'work_day' },
};

/** Our defaults; Beijing publishes no figures. */
export const whistleLimits: Record<WhistleType, WhistleLimits> = {
  emergency: {
    acknowledge: { amount: 1 / 6, clock: 'urgent_hour' },
    arrive: { amount: 0.5, clock: 'urgent_hour' },
    finish: { amount: 24, clock: 'urgent_hour' },
  },
  joint_enforcement: { ...planned, acknowledge: { amount: 4, clock: 'work_hour' }, arrive: null },
  public_demand: planned,
  key_task: planned,
};

/** An emergency goes out at once and is approved within this time. */
export const approveWithin: Limit = { amount: 24, clock: 'urgent_hour' };
