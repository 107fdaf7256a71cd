// Which limits run when, and which lamp shows (domain.md 1.2, 1.3, 7.3). Pure.
import type { Lamp, Timer, Urgency } from '#contract/cases/codes.ts';
import type { Kind, Move } from '#contract/cases/machine.ts';

export type Clock = 'urgent_hour' | 'work_hour' | 'work_day' | 'natural_day';
export interface Limit {
  amount: number;
  clock: Clock;
}

const limit = (amount: number, clock: Clock): Limit => ({ amount, clock });

/** Which timers a move starts and stops; every end of a case stops all. */
export const timersOf: Partial<Record<Move, { start?: readonly Timer[]; stop?: readonly Timer[] | 'all' }>> =
  {
    submit: { start: ['intake'] },
    request_verification: { start: ['verify'] },
    report_verification: { stop: ['verify'] },
    register: { stop: ['intake'], start: ['dispatch', 'total'] },
    reject: { stop: 'all' },
    answer_directly: { stop: ['intake'] },
    merge: { stop: 'all' },
    self_handle: { stop: ['intake', 'dispatch'], start: ['total'] },
    dispatch: { stop: ['dispatch'], start: ['accept', 'response'] },
    accept: { stop: ['accept'] },
    return_to_dispatcher: { stop: ['accept', 'response'], start: ['dispatch'] },
    reassign: { start: ['accept', 'response'] },
    start: { stop: ['response'] },
    suspend: { stop: ['total'], start: ['hang_review'] },
    resume: { stop: ['hang_review'] },
    escalate_tier: { start: ['accept', 'response'] },
    submit_result: { stop: ['total'] },
    review_return: { start: ['total'] },
    confirm_fail: { start: ['total'] },
    confirm_pass: { stop: 'all' },
    close_special: { stop: 'all' },
    withdraw: { stop: 'all' },
    transfer_out: { stop: 'all' },
    reopen: { start: ['dispatch'] },
  };

interface Subject {
  kind: Kind;
  urgency: Urgency;
  tier: number;
}

const totals: Record<Urgency, Limit> = {
  critical: limit(2, 'urgent_hour'),
  livelihood: limit(24, 'urgent_hour'),
  ordinary: limit(7, 'natural_day'),
  complex: limit(15, 'natural_day'),
};

const intakes: Partial<Record<Kind, Limit>> = {
  grid_case: limit(0.25, 'urgent_hour'),
  property_request: limit(0.5, 'urgent_hour'),
  enterprise_demand: limit(1, 'work_day'),
};

/** Our default for a stage; null when the date is not ours to count. */
export function limitOf(timer: Timer, { kind, urgency }: Subject): Limit | null {
  switch (timer) {
    case 'intake':
      return intakes[kind] ?? limit(4, 'work_hour');
    case 'verify':
      return limit(24, 'urgent_hour');
    case 'dispatch':
      return kind === 'grid_case' ? limit(0.5, 'urgent_hour') : limit(4, 'work_hour');
    case 'accept':
      if (urgency === 'critical') return limit(1 / 6, 'urgent_hour');
      return kind === 'hotline_order' ? limit(0.5, 'urgent_hour') : limit(4, 'work_hour');
    case 'response':
      return limit(urgency === 'ordinary' || urgency === 'complex' ? 24 : 2, 'urgent_hour');
    case 'total':
      return kind === 'enterprise_demand' && urgency === 'ordinary' ? limit(10, 'work_day') : totals[urgency];
    case 'hang_review':
      return null;
  }
}

const yellowMs = 24 * 3_600_000;

/** Lateness is judged by the moment of finishing, never by the review after it. */
export function lampOf(
  times: { due: string | null; finished: string | null; started: string },
  now: Date,
  open: boolean,
): Lamp {
  if (times.due === null) return 'none';
  const due = Date.parse(times.due);
  if (times.finished !== null || !open) {
    const ended = times.finished === null ? now.getTime() : Date.parse(times.finished);
    return times.finished !== null && ended > due ? 'red' : 'none';
  }
  const left = due - now.getTime();
  if (left < 0) return 'red';
  const whole = due - Date.parse(times.started);
  return left < Math.min(yellowMs, whole / 4) ? 'yellow' : 'green';
}
