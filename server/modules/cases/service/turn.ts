// The clocks of one case turned by one step: counted without a calendar where none is asked, written once.
import type { Sla } from '#contract/cases/sla.ts';
import { workCalendar } from '#kernel/calendar/days.ts';
import { keptCalendar } from '#kernel/calendar/kept.ts';
import type { Context } from '#kernel/context.ts';
import { type CaseClock, innerDue } from '../clocks/count.ts';
import {
  advance,
  type ClockFacts,
  type ClockState,
  type ClockStep,
  type ClockWords,
  noClocks,
  replayTimers,
} from '../clocks/replay.ts';
import type { CaseRow, Columns } from '../store/cases.ts';
import { stepsOf } from '../store/parts.ts';
import { clocksOf, deleteClocks } from '../store/timers.ts';
import { slaFor } from './limits.ts';

export interface Turned {
  /** What of it the row of the case repeats. */
  columns: Columns;
  /** Those that changed; the others are still the same objects. */
  clocks: readonly CaseClock[];
  /** Takes away those that are gone. */
  clear(): Promise<void>;
}

type Worded = Pick<CaseRow, 'kind' | 'urgency' | 'matter_code' | 'due_at' | 'steps'>;

/** What the step says about time, from the columns it changes; the first step says by what the case is counted. */
export function clockWordsOf(row: Worded, columns: Columns, sla: Sla): ClockWords {
  const words: ClockWords = {};
  if (columns.kind !== undefined && columns.kind !== row.kind) words.kind = columns.kind;
  if (columns.urgency !== undefined && columns.urgency !== row.urgency) words.urgency = columns.urgency;
  if (columns.matter_code !== undefined && columns.matter_code !== row.matter_code)
    words.matterCode = columns.matter_code;
  if (typeof columns.due_at === 'string' && columns.due_at !== row.due_at) words.dueAt = iso(columns.due_at);
  if (typeof columns.suspended_until === 'string') words.until = iso(columns.suspended_until);
  if (row.steps > 0) return words;
  const { kind, urgency, matter_code: matterCode } = row;
  return {
    kind,
    urgency,
    matterCode,
    sla: sla.version,
    ...(row.due_at ? { dueAt: iso(row.due_at) } : {}),
    ...words,
  };
}

const iso = (instant: string): string => new Date(instant).toISOString();

export const slaOfRow = (context: Context, row: Pick<CaseRow, 'sla'>): Promise<Sla> =>
  slaFor(context, row.sla);

export async function turnClocks(context: Context, row: CaseRow, step: ClockStep, sla: Sla): Promise<Turned> {
  const before: ClockState =
    row.steps === 0 ? noClocks(row.kind) : { facts: factsOf(row), clocks: await clocksOf(context, row.id) };
  const isRecount = step.name === 'recompute';
  const after = isRecount
    ? await recounted(context, row, step, sla)
    : await turned(context, before, step, sla);
  return {
    columns: columnsOf(row, after, sla),
    clocks: after.clocks.filter((one) => !before.clocks.includes(one)),
    clear: () => deleteClocks(context, row.id, before.clocks, after.clocks),
  };
}

const factsOf = (row: CaseRow): ClockFacts => ({
  kind: row.kind,
  urgency: row.urgency,
  tier: row.tier,
  matterCode: row.matter_code,
  order: row.due_fixed,
  signed: row.signed,
});

/** Hours of day and night ask no calendar; it is read only for a step that does. */
async function turned(context: Context, before: ClockState, step: ClockStep, sla: Sla): Promise<ClockState> {
  const guess = advance(before, step, { sla, calendar: workCalendar([]) });
  if (!guess.clocks.some((clock) => clock.guessed && !before.clocks.includes(clock))) return guess;
  return advance(before, step, { sla, calendar: await keptCalendar(context) });
}

async function recounted(context: Context, row: CaseRow, step: ClockStep, sla: Sla): Promise<ClockState> {
  return replayTimers(row.kind, [...(await clockSteps(context, row.id)), step], {
    sla,
    calendar: await keptCalendar(context),
  });
}

/** The steps of a case as its clocks read them. */
export async function clockSteps(context: Context, caseId: string): Promise<ClockStep[]> {
  return (await stepsOf(context, caseId)).map(({ at, name, to_status, data }) => ({
    at,
    name,
    to: to_status,
    data,
  }));
}

export const totalOf = (clocks: readonly CaseClock[]): CaseClock | undefined =>
  clocks.find(({ timer }) => timer === 'total');

export function columnsOf(row: Pick<CaseRow, 'steps'>, { facts, clocks }: ClockState, sla: Sla): Columns {
  const total = totalOf(clocks);
  return {
    ...(row.steps === 0 ? { sla: sla.version, due_fixed: facts.order } : {}),
    ...(total ? { due_at: total.dueAt, inner_due_at: innerDue(total, facts, sla) } : {}),
  };
}
