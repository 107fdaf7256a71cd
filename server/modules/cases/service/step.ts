// One step of one case: legal, on the right version, written once with its event, its timers and its line.
import { type Act, acts } from '#contract/cases/codes.ts';
import { caseAlarmed, caseMoved, caseNoted } from '#contract/cases/events.ts';
import type { Move } from '#contract/cases/machine.ts';
import type { CaseMoved } from '#contract/cases/records.ts';
import { safetyAlarms } from '#contract/cases/safety/alarms.ts';
import type { Context, EmittedEvent } from '#kernel/context.ts';
import { attachFile } from '#kernel/files/service.ts';
import { Problem } from '#kernel/problem.ts';
import type { ClockWords } from '../clocks/replay.ts';
import { allowedMoves, type CaseState, type MoveDetails, moved, type Verdict } from '../rules.ts';
import { stateOf } from '../state.ts';
import { type CaseRow, type Columns, getCaseRow, writeStep } from '../store/cases.ts';
import { type StepRow, stepsOf } from '../store/parts.ts';
import { clockWordsOf, slaOfRow, turnClocks } from './turn.ts';

export interface StepWords {
  note?: string | null;
  /** Codes, ids and figures; never a name or a phone. */
  data?: Record<string, unknown>;
  columns?: Columns;
  /** Warnings told and clocks recounted; dates and urgency are taken from the columns. */
  clock?: Pick<ClockWords, 'alarms' | 'recounted'>;
}

/** @throws Problem 409 with the code of the guard */
export function hold(verdict: Verdict, details: Record<string, unknown> = {}): void {
  if (verdict !== true) throw new Problem(verdict, 409, details);
}

/** Lines that the machine writes by itself: who is typing meanwhile is not behind. */
const quiet: readonly StepRow['name'][] = ['warn_overdue', 'recompute'];

/** The version first, then the machine. @throws Problem 409 `version.stale`, `case.illegal_move` */
export async function checkVersion(context: Context, row: CaseRow, version: number): Promise<void> {
  if (row.version === version) return;
  const steps = await stepsOf(context, row.id);
  const spoken = steps.findLastIndex(({ name }) => !quiet.includes(name));
  if (version < row.version && row.version - version < steps.length - spoken) return;
  const last = steps[spoken] ?? steps.at(-1);
  throw new Problem('version.stale', 409, {
    current: movedOf(row),
    changedBy: last?.actor_name ?? null,
    changedAt: last?.at ?? null,
    changes: [{ field: 'status', before: last?.from_status ?? null, after: row.status }],
    // What others did since the caller read it, for somebody who comes back from where there is no network.
    meanwhile: steps
      .filter(({ seq }) => seq > row.steps - (row.version - version))
      .map(({ at, name, actor_name, note }) => ({ at, name, by: actor_name, note })),
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
  const columns: Columns = {
    status: next.status,
    round: next.round,
    tier: next.tier,
    signed: next.signed,
    returns: next.returns,
    designated_final: next.designatedFinal,
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
  words: StepWords,
  next: CaseState,
): Promise<CaseMoved> {
  const { note, columns = {} } = words;
  const seq = row.steps + 1;
  const sla = await slaOfRow(context, row);
  const clock = { ...clockWordsOf(row, columns, sla), ...words.clock };
  const data = { ...words.data, ...(Object.keys(clock).length > 0 ? { clock } : {}) };
  const at = context.now.toISOString();
  const turned = await turnClocks(context, row, { at, name, to: next.status, data }, sla);
  const eventId = context.newId();
  const told = { seq, eventId, name, from: row.status, next, note: note || null, data };
  const line = { ...lineOf(context, told), data: JSON.stringify(data) };
  const written = {
    columns: { ...columns, ...turned.columns, steps: seq },
    step: line,
    clocks: turned.clocks,
  };
  if (!(await writeStep(context, row, written))) throw await overtaken(context, row);
  await turned.clear();
  await context.emit(eventOf({ ...row, area_path: columns.area_path ?? row.area_path }, told));
  if (entries.includes(name) && row.alarms.length > 0) return await soundAlarm(context, row.id);
  return movedOf({ ...row, status: next.status, round: next.round, version: row.version + 1 });
}

/** One step as it is told. */
export interface Told {
  seq: number;
  eventId: string;
  name: Move | Act;
  from: CaseState['status'];
  next: CaseState;
  note: string | null;
  data: Record<string, unknown>;
}

/** The line of the timeline. */
export const lineOf = (context: Context, told: Told) => ({
  seq: told.seq,
  event_id: told.eventId,
  at: context.now,
  name: told.name,
  actor_id: context.actor.accountId,
  actor_name: context.actor.displayName,
  role: context.acting?.role ?? null,
  from_status: told.from,
  to_status: told.next.status,
  round: told.next.round,
  note: told.note,
  data: told.data,
  device_at: context.request.deviceAt ?? null,
});

export function eventOf(row: Pick<CaseRow, 'id' | 'kind' | 'area_path'>, told: Told): EmittedEvent {
  const { name, seq, next, data } = told;
  const isMove = !isAct(name);
  return {
    id: told.eventId,
    name: isMove ? caseMoved.name : name === 'alarm' ? caseAlarmed.name : caseNoted.name,
    subject: { module: 'cases', id: row.id },
    from: told.from,
    to: next.status,
    areaPath: row.area_path,
    data: {
      ...(isMove ? { move: name } : { act: name }),
      seq,
      round: next.round,
      kind: row.kind,
      details: data,
    },
  };
}

/** Every way in ends with one of these. */
const entries: readonly (Move | Act)[] = ['submit', 'open'];

/** A line and an event of its own for whoever must hear it now; the words stay with the case. */
export async function soundAlarm(context: Context, caseId: string): Promise<CaseMoved> {
  const row = await getCaseRow(context, caseId);
  return await makeNote(context, row, 'alarm', { note: dangerWords(row), data: { alarms: row.alarms } });
}

/** The words that name the dangers. */
export const dangerWords = (row: Pick<CaseRow, 'title' | 'text' | 'place_text'>): string =>
  safetyAlarms(`${row.title}\n${row.text}\n${row.place_text}`)
    .map(({ word }) => word)
    .join(' ');

/** Somebody wrote between reading and writing. */
async function overtaken(context: Context, row: CaseRow): Promise<Problem> {
  const now = await getCaseRow(context, row.id);
  const last = (await stepsOf(context, row.id)).at(-1);
  return new Problem('version.stale', 409, {
    current: movedOf(now),
    changedBy: last?.actor_name ?? null,
    changedAt: last?.at ?? null,
    changes: [{ field: 'status', before: row.status, after: now.status }],
  });
}

const isAct = (name: Move | Act): name is Act => (acts as readonly string[]).includes(name);

export const movedOf = (row: Pick<CaseRow, 'id' | 'number' | 'status' | 'round' | 'version'>): CaseMoved => ({
  caseId: row.id,
  number: row.number,
  status: row.status,
  round: row.round,
  version: row.version,
});

export async function attachFiles(context: Context, row: CaseRow, fileIds: readonly string[]): Promise<void> {
  for (const fileId of fileIds)
    await attachFile(context, fileId, { module: 'cases', id: row.id, areaPath: row.area_path });
}
