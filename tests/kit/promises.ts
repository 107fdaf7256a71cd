// What must hold of a case after every step, whoever did it (domain.md 7.6).
import { expect } from 'vitest';
import { type Move, moves, type Status, terminals } from '#contract/cases/machine.ts';
import type { Context } from '#kernel/context.ts';
import { allowedMoves, entryState, fold, type Step } from '#modules/cases/rules.ts';
import { handling } from '#modules/cases/service/confirm.ts';
import { rulesOf, stateOf } from '#modules/cases/state.ts';
import { type CaseRow, countOpenWhistles, getCaseRow } from '#modules/cases/store/cases.ts';
import { assignmentsOf, requestersOf, signaturesOf, stepsOf } from '#modules/cases/store/parts.ts';
import type { Moment } from './deeds.ts';

export interface Whole {
  row: CaseRow;
  steps: Awaited<ReturnType<typeof stepsOf>>;
  signatures: Awaited<ReturnType<typeof signaturesOf>>;
  units: Awaited<ReturnType<typeof assignmentsOf>>;
  requesters: Awaited<ReturnType<typeof requestersOf>>;
  openWhistles: number;
  /** Steps whose event is in the trail. */
  events: number;
}

export async function readWhole(context: Context, caseId: string): Promise<Whole> {
  const [row, steps, signatures, units, requesters, openWhistles, events] = await Promise.all([
    getCaseRow(context, caseId),
    stepsOf(context, caseId),
    signaturesOf(context, caseId),
    assignmentsOf(context, caseId),
    requestersOf(context, caseId),
    countOpenWhistles(context, caseId),
    countEvents(context, caseId),
  ]);
  return { row, steps, signatures, units, requesters, openWhistles, events };
}

async function countEvents({ db, streetId }: Context, caseId: string): Promise<number> {
  const { count } = await db
    .selectFrom('case_steps as s')
    .innerJoin('events as e', (join) =>
      join.onRef('e.id', '=', 's.event_id').on('e.street_id', '=', streetId),
    )
    .where('s.street_id', '=', streetId)
    .where('s.case_id', '=', caseId)
    .select((build) => build.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

const isMove = (name: string): name is Move => (moves as readonly string[]).includes(name);

export function momentOf({ row, steps }: Whole): Moment {
  const ofRound = steps.filter(({ round }) => round === row.round).map(({ name }) => name);
  return {
    ...stateOf(row),
    isInquiry: row.request_type === 'inquiry',
    exclusion: row.exclusion,
    extensionAsked: row.extension_until !== null,
    contacted: ofRound.includes('contact'),
    missed: ofRound.filter((name) => name === 'miss_callback').length,
    settledAlone:
      steps.findLast(({ name }) => name === 'self_handle' || name === 'start')?.name === 'self_handle',
    suspensions: steps.filter(({ name }) => name === 'suspend').length,
  };
}

const led: readonly Status[] = ['dispatched', 'accepted', 'in_progress', 'suspended', 'under_review'];

export function checkPromises(is: Whole, was: Whole): void {
  const { row, steps } = is;
  // 1 and 2: one event for each step, none of the earlier ones touched, and the state is what they make of it.
  expect(steps.map(({ seq }) => seq)).toEqual(steps.map((_, place) => place + 1));
  expect(is.events).toBe(steps.length);
  expect(steps.slice(0, was.steps.length)).toEqual(was.steps);
  expect(
    fold(
      entryState(row.kind, rulesOf(row)),
      steps.flatMap(({ name, data }) => (isMove(name) ? toldOf(name, data) : [])),
    ),
  ).toEqual(stateOf(row));
  // 3
  const leads = is.units.filter(({ role, status }) => role === 'lead' && status !== 'ended');
  if (led.includes(row.status)) expect(leads).toHaveLength(1);
  checkSignatures(is);
  checkConfirmer(is);
  // 4: lateness is that of the result; rework opens it again.
  if (row.closure_type === 'overdue') expect((row.finished_at ?? '') > (row.due_at ?? '')).toBe(true);
  if (row.closure_type === 'normal' && row.due_at) expect((row.finished_at ?? '') <= row.due_at).toBe(true);
  if (row.status === 'in_progress') expect(row.finished_at).toBeNull();
  // 9: what the system did by itself is on a short list.
  for (const step of steps.slice(was.steps.length))
    if (step.actor_id === null)
      expect(['warn_overdue', 'resume', 'escalate_tier', 'recompute']).toContain(step.name);
  // 11 and 20: nobody who asked is forgotten, and an ended case has the end of it.
  expect(is.requesters.length).toBeGreaterThanOrEqual(was.requesters.length);
  expect(terminals.includes(row.status)).toBe(row.closed_at !== null);
  // 13
  if (row.closure_type === 'special' || row.closure_type === 'error') expect(row.solved).toBeNull();
  // 19: handed in over an open whistle only with a reason.
  const last = steps.at(-1);
  if (last?.name === 'submit_result' && is.openWhistles > 0) expect(last.note).not.toBeNull();
  // No dead end.
  if (!terminals.includes(row.status)) expect(allowedMoves(stateOf(row))).not.toEqual([]);
}

const toldOf = (move: Move, data: Record<string, unknown>): Step => ({
  move,
  details: typeof data.final === 'boolean' ? { final: data.final } : {},
});

/** 6 and 7: levels in their order, each by somebody else, and never by who handed the result in. */
function checkSignatures({ row, steps, signatures }: Whole): void {
  for (const [round, signed] of Map.groupBy(signatures, (one) => one.round)) {
    expect(new Set(signed.map((one) => one.account_id)).size).toBe(signed.length);
    expect(signed.map((one) => one.level).toSorted()).toEqual(signed.map((_, place) => place + 1));
    const handler = steps.findLast((step) => step.name === 'submit_result' && step.round === round)?.actor_id;
    for (const { account_id } of signed) expect(account_id).not.toBe(handler);
  }
  expect(signatures.filter(({ round }) => round === row.round)).toHaveLength(row.signed);
}

/** 7: who had it in hand does not say how it went. */
function checkConfirmer({ steps }: Whole): void {
  const confirmed = ['begin_confirmation', 'confirm_pass', 'confirm_fail'];
  for (const [place, { name, actor_id }] of steps.entries()) {
    if (!confirmed.includes(name) || actor_id === null) continue;
    const chain = steps.slice(0, place).filter((step) => handling.includes(step.name));
    expect(chain.map((step) => step.actor_id)).not.toContain(actor_id);
  }
}
