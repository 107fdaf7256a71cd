// One step of one case: legal, on the right version, written once with its event, its timers and its line.
import { type Act, acts, type Timer } from '#contract/cases/codes.ts';
import { caseMoved, caseNoted } from '#contract/cases/events.ts';
import type { Move } from '#contract/cases/machine.ts';
import type { CaseMoved } from '#contract/cases/records.ts';
import { dueAt } from '#kernel/calendar/clocks.ts';
import { readCalendar } from '#kernel/calendar/stored.ts';
import { addDays, dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { attachFile } from '#kernel/files/service.ts';
import { Problem } from '#kernel/problem.ts';
import { limitOf, timersOf } from '../clocks.ts';
import { allowedMoves, type CaseState, type MoveDetails, moved, type Verdict } from '../rules.ts';
import { type CaseRow, type Columns, getCaseRow, updateCase } from '../store/cases.ts';
import { insertStep, startTimer, stepsOf, stopTimers } from '../store/parts.ts';

export interface StepWords {
  note?: string | null;
  /** Codes, ids and figures; never a name or a phone. */
  data?: Record<string, unknown>;
  columns?: Columns;
}

export const stateOf = (row: CaseRow): CaseState => ({
  kind: row.kind,
  status: row.status,
  round: row.round,
  tier: row.tier,
  signed: row.signed,
  returns: row.returns,
  designatedFinal: row.designated_final,
});

/** @throws Problem 409 with the code of the guard */
export function hold(verdict: Verdict, details: Record<string, unknown> = {}): void {
  if (verdict !== true) throw new Problem(verdict, 409, details);
}

/** The version first, then the machine. @throws Problem 409 `version.stale`, `case.illegal_move` */
export async function checkVersion(context: Context, row: CaseRow, version: number): Promise<void> {
  if (row.version === version) return;
  const steps = await stepsOf(context, row.id);
  const last = steps.at(-1);
  throw new Problem('version.stale', 409, {
    current: movedOf(row),
    changedBy: last?.actor_name ?? null,
    changedAt: last?.at ?? null,
    changes: [{ field: 'status', before: last?.from_status ?? null, after: row.status }],
  });
}

export function nextState(row: CaseRow, move: Move, details: MoveDetails = {}): CaseState {
  const state = stateOf(row);
  const next = moved(state, move, details);
  if (!next) throw new Problem('case.illegal_move', 409, { state: row.status, allowed: allowedMoves(state) });
  return next;
}

export async function makeMove(
  context: Context,
  row: CaseRow,
  move: Move,
  words: StepWords = {},
  details: MoveDetails = {},
): Promise<CaseMoved> {
  const next = nextState(row, move, details);
  const due = await runTimers(context, row, move, next, words.columns?.urgency ?? row.urgency);
  const columns: Columns = {
    status: next.status,
    round: next.round,
    tier: next.tier,
    signed: next.signed,
    returns: next.returns,
    designated_final: next.designatedFinal,
    ...due,
    ...words.columns,
  };
  const data = { ...words.data, ...(details.final === undefined ? {} : { final: details.final }) };
  return await write(context, row, move, { ...words, data, columns }, next);
}

/** An act changes no state; it is a line of the timeline and a new version. */
export async function makeNote(
  context: Context,
  row: CaseRow,
  act: Act,
  words: StepWords = {},
): Promise<CaseMoved> {
  return await write(context, row, act, words, stateOf(row));
}

async function write(
  context: Context,
  row: CaseRow,
  name: Move | Act,
  { note, data = {}, columns = {} }: StepWords,
  next: CaseState,
): Promise<CaseMoved> {
  const seq = row.steps + 1;
  if (!(await updateCase(context, row, { ...columns, steps: seq })))
    await checkVersion(context, await getCaseRow(context, row.id), row.version);
  const isMove = !isAct(name);
  const eventId = await context.emit({
    name: isMove ? caseMoved.name : caseNoted.name,
    subject: { module: 'cases', id: row.id },
    from: row.status,
    to: next.status,
    areaPath: columns.area_path ?? row.area_path,
    data: {
      ...(isMove ? { move: name } : { act: name }),
      seq,
      round: next.round,
      kind: row.kind,
      details: data,
    },
  });
  await insertStep(context, {
    case_id: row.id,
    seq,
    event_id: eventId,
    at: context.now,
    name,
    actor_id: context.actor.accountId,
    actor_name: context.actor.displayName,
    role: context.acting?.role ?? null,
    from_status: row.status,
    to_status: next.status,
    round: next.round,
    note: note || null,
    data: JSON.stringify(data),
  });
  return movedOf({ ...row, status: next.status, round: next.round, version: row.version + 1 });
}

const isAct = (name: Move | Act): name is Act => (acts as readonly string[]).includes(name);

export const movedOf = (row: Pick<CaseRow, 'id' | 'number' | 'status' | 'round' | 'version'>): CaseMoved => ({
  caseId: row.id,
  number: row.number,
  status: row.status,
  round: row.round,
  version: row.version,
});

/** Starts and stops what the move says; a date that came with the order is never counted anew. */
async function runTimers(
  context: Context,
  row: CaseRow,
  move: Move,
  next: CaseState,
  urgency: CaseRow['urgency'],
): Promise<Columns> {
  const { start = [], stop } = timersOf[move] ?? {};
  if (stop) await stopTimers(context, row.id, stop);
  let columns: Columns = {};
  for (const timer of start) {
    if (timer === 'total' && row.due_at !== null) {
      await startTimer(context, row.id, timer, new Date(row.due_at));
      continue;
    }
    const end = await countDue(context, timer, { kind: row.kind, urgency, tier: next.tier });
    if (!end) continue;
    await startTimer(context, row.id, timer, end);
    if (timer === 'total') columns = { due_at: end.toISOString() };
  }
  return columns;
}

const calendarDays = 60;

async function countDue(
  context: Context,
  timer: Timer,
  subject: { kind: CaseRow['kind']; urgency: CaseRow['urgency']; tier: number },
): Promise<Date | null> {
  const limit = limitOf(timer, subject);
  if (!limit) return null;
  const today = dayOf(context.now);
  // Hours that run day and night, and natural days, ask no calendar.
  const asks = limit.clock === 'work_hour' || limit.clock === 'work_day';
  const span = { from: today, to: asks ? addDays(today, calendarDays) : today };
  const calendar = await readCalendar(context.db, context.streetId, span);
  return dueAt(context.now, limit.amount, limit.clock, calendar).dueAt;
}

export async function attachFiles(context: Context, row: CaseRow, fileIds: readonly string[]): Promise<void> {
  for (const fileId of fileIds)
    await attachFile(context, fileId, { module: 'cases', id: row.id, areaPath: row.area_path });
}
