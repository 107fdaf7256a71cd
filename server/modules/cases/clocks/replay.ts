// The clocks of a case as a fold of its steps (domain.md 7.6 no. 10): pure, for the moment and for recounting.
import { z } from 'zod';
import { type Act, type Timer, timers, urgencies } from '#contract/cases/codes.ts';
import { type Kind, kinds, type Move, type Status } from '#contract/cases/machine.ts';
import { type Limited, limitOf } from '#contract/cases/sla.ts';
import {
  armed,
  begin,
  type CaseClock,
  type Counting,
  count,
  goneOn,
  innerDue,
  moved,
  paused,
  resumed,
  stopped,
} from './count.ts';
import { clockDeeds } from './moves.ts';

/** What a step says about time, under `clock` in its data; written by the machine, never by a service. */
export const clockWords = z.object({
  kind: z.enum(kinds).optional(),
  urgency: z.enum(urgencies).optional(),
  matterCode: z.string().nullable().optional(),
  /** The date of an order, or a date that was granted. */
  dueAt: z.string().optional(),
  /** Until when the case hangs. */
  until: z.string().optional(),
  /** Version of the limits; on the first step. */
  sla: z.string().optional(),
  /** Rungs that a warning told. */
  alarms: z.array(z.object({ timer: z.enum(timers), part: z.number(), rung: z.number() })).optional(),
  /** Clocks that a recount moved. */
  recounted: z.array(z.object({ timer: z.enum(timers), part: z.number() })).optional(),
});
export type ClockWords = z.output<typeof clockWords>;

export interface ClockStep {
  at: string;
  name: Move | Act;
  to: Status;
  data: Record<string, unknown>;
}

export interface ClockFacts extends Limited {
  /** The date came with the order and is never counted anew. */
  order: boolean;
  /** Levels signed in this round. */
  signed: number;
}

export interface ClockState {
  facts: ClockFacts;
  clocks: readonly CaseClock[];
}

export const noClocks = (kind: Kind): ClockState => ({
  facts: { kind, urgency: 'ordinary', tier: 1, matterCode: null, order: false, signed: 0 },
  clocks: [],
});

/** All clocks of a case, from its steps, its limits and its calendar. */
export function replayTimers(kind: Kind, steps: readonly ClockStep[], by: Counting): ClockState {
  return steps.reduce((state, step) => advance(state, step, by), noClocks(kind));
}

export const wordsOf = (step: Pick<ClockStep, 'data'>): ClockWords => clockWords.parse(step.data.clock ?? {});

/** The clocks after one more step. */
export function advance(before: ClockState, step: ClockStep, by: Counting): ClockState {
  const words = wordsOf(step);
  const facts = factsAfter(before.facts, step, words);
  const dial = new Dial(facts, before.clocks, step, by);
  const deeds = clockDeeds[step.name] ?? {};

  dial.forget(deeds.forget ?? []);
  dial.stop(deeds.stop ?? []);
  if (step.to === 'resolved') dial.stop(['total']);
  dial.pause(deeds.pause === 'suspension' ? pausedBySuspension(facts, by) : (deeds.pause ?? []));
  for (const timer of deeds.goOn ?? []) dial.goOn(timer);
  if (words.dueAt) dial.setTotal(words.dueAt);
  for (const timer of deeds.once ?? []) dial.once(timer);
  for (const timer of deeds.start ?? []) dial.start(timer, words);
  for (const timer of deeds.run ?? []) dial.run(timer);
  dial.tell(words.alarms ?? []);
  dial.untell(words.recounted ?? []);
  return { facts, clocks: dial.clocks };
}

const pausedBySuspension = ({ order }: ClockFacts, { sla }: Counting) =>
  sla.pausedBySuspension[order ? 'order' : 'own'];

function factsAfter(facts: ClockFacts, step: ClockStep, words: ClockWords): ClockFacts {
  const isFirst = words.sla !== undefined;
  return {
    kind: words.kind ?? facts.kind,
    urgency: words.urgency ?? facts.urgency,
    matterCode: words.matterCode === undefined ? facts.matterCode : words.matterCode,
    tier: step.name === 'escalate_tier' ? facts.tier + 1 : facts.tier,
    order: facts.order || (isFirst && words.dueAt !== undefined),
    signed: unsigned.includes(step.name) ? 0 : facts.signed + (step.name === 'review_approve' ? 1 : 0),
  };
}

const unsigned: readonly ClockStep['name'][] = ['review_return', 'confirm_fail', 'reopen'];

/** The clocks of one case while one step is applied to them. */
class Dial {
  clocks: readonly CaseClock[];
  private readonly facts: ClockFacts;
  private readonly step: ClockStep;
  private readonly by: Counting;

  constructor(facts: ClockFacts, clocks: readonly CaseClock[], step: ClockStep, by: Counting) {
    this.facts = facts;
    this.clocks = clocks;
    this.step = step;
    this.by = by;
  }

  forget(which: readonly Timer[]): void {
    this.clocks = this.clocks.filter(({ timer }) => !which.includes(timer));
  }

  stop(which: readonly Timer[] | 'all'): void {
    this.change(which, (clock) => stopped(clock, this.step.at, this.by.sla));
  }

  pause(which: readonly Timer[]): void {
    this.change(which, (clock) => paused(clock, this.step.at, this.by.sla));
  }

  goOn(timer: Timer): void {
    if (!this.find(timer)) this.start(timer);
    else this.change([timer], (clock) => goneOn(clock, this.by.sla));
  }

  once(timer: Timer): void {
    if (!this.find(timer)) this.start(timer);
  }

  run(timer: Timer): void {
    const last = this.find(timer);
    if (!last) this.start(timer);
    else this.put(resumed(last, this.step.at, this.by));
  }

  start(timer: Timer, words: ClockWords = {}): void {
    if (timer === 'tier' && this.facts.kind !== 'property_request') return;
    if (timer === 'review' && this.step.to !== 'under_review') return;
    if (timer === 'total' && this.facts.order && this.find(timer)) {
      this.goOn(timer);
      return;
    }
    const part = this.partOf(timer);
    const due = timer === 'hang_review' ? fixed(words.until) : this.dueOf(timer);
    if (due) this.put(begin({ timer, part, startedAt: this.step.at, ...due }, this.by.sla));
  }

  /** The date of the requester moves, and the time of the unit with it. */
  setTotal(dueAt: string): void {
    const total = this.find('total');
    if (!total) {
      this.put(
        begin({ timer: 'total', part: 1, startedAt: this.step.at, dueAt, clock: 'natural_day' }, this.by.sla),
      );
      return;
    }
    const later = Date.parse(dueAt) - Date.parse(total.dueAt);
    this.put(moved(total, dueAt, this.by.sla));
    this.change(['handle'], (clock) =>
      moved(clock, new Date(Date.parse(clock.dueAt) + later).toISOString(), this.by.sla),
    );
  }

  tell(alarms: NonNullable<ClockWords['alarms']>): void {
    for (const { timer, part, rung } of alarms)
      this.change([timer], (clock) =>
        clock.part === part ? armed({ ...clock, given: rung }, this.by.sla) : clock,
      );
  }

  untell(which: NonNullable<ClockWords['recounted']>): void {
    for (const { timer, part } of which)
      this.change([timer], (clock) =>
        clock.part === part ? armed({ ...clock, given: 0 }, this.by.sla) : clock,
      );
  }

  private dueOf(timer: Timer): Pick<CaseClock, 'dueAt' | 'clock' | 'guessed'> | null {
    const limit = limitOf(this.by.sla, timer, this.facts);
    const total = this.find('total');
    const inner = timer === 'handle' && total ? innerDue(total, this.facts, this.by.sla) : null;
    // An order that comes after its inner date leaves the limit alone.
    const cap = inner && inner > this.step.at ? inner : null;
    if (!limit) return fixed(cap ?? inner ?? undefined);
    const end = count(this.step.at, limit, this.by);
    const due = end.dueAt.toISOString();
    if (cap && cap < due) return fixed(cap);
    return { dueAt: due, clock: limit.clock, guessed: end.warnings.length > 0 };
  }

  private partOf(timer: Timer): number {
    if (timer === 'tier') return this.facts.tier;
    return timer === 'review' ? this.facts.signed + 1 : 1;
  }

  /** The latest of a timer. */
  private find(timer: Timer): CaseClock | undefined {
    return this.clocks
      .filter((clock) => clock.timer === timer)
      .toSorted((a, b) => a.part - b.part)
      .at(-1);
  }

  private change(which: readonly Timer[] | 'all', deed: (clock: CaseClock) => CaseClock): void {
    this.clocks = this.clocks.map((clock) =>
      which === 'all' || which.includes(clock.timer) ? deed(clock) : clock,
    );
  }

  private put(clock: CaseClock): void {
    const others = this.clocks.filter(({ timer, part }) => timer !== clock.timer || part !== clock.part);
    this.clocks = [...others, clock];
  }
}

const fixed = (dueAt: string | undefined): Pick<CaseClock, 'dueAt' | 'clock' | 'guessed'> | null =>
  dueAt ? { dueAt, clock: 'urgent_hour', guessed: false } : null;
