// Callback and closing; the requester's word decides, and whoever handled the case does not ask for it.
import type * as endpoints from '#contract/cases/endpoints.ts';
import type { InputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { isUnsolved, type Said, unreachableGuard } from '../callback/rules.ts';
import { confirmerGuard, reopenGuard } from '../guards.ts';
import { callbacksOf } from '../store/callbacks.ts';
import type { CaseRow } from '../store/cases.ts';
import { type StepRow, stepsOf } from '../store/parts.ts';
import { loadFor } from './load.ts';
import { hold, makeMove, nextState } from './step.ts';

/** Steps that make somebody part of the handling chain. */
export const handling: readonly StepRow['name'][] = [
  'answer_directly',
  'self_handle',
  'dispatch',
  'reassign',
  'accept',
  'start',
  'add_progress',
  'submit_result',
  'review_approve',
  'review_return',
];

export async function loadToConfirm(
  context: Context,
  input: { caseId: string; version: number },
  move: 'begin_confirmation' | 'confirm_pass' | 'confirm_fail',
): Promise<CaseRow> {
  const { row } = await loadFor(context, 'case.confirm', input);
  nextState(row, move);
  hold(confirmerGuard(context.actor.accountId ?? '', await handlersOf(context, row.id)));
  return row;
}

/** Accounts of everybody who had the case in hand. */
export async function handlersOf(context: Context, caseId: string): Promise<(string | null)[]> {
  const chain = (await stepsOf(context, caseId)).filter(({ name }) => handling.includes(name));
  return chain.map(({ actor_id }) => actor_id);
}

export async function beginConfirmation(
  context: Context,
  input: InputOf<typeof endpoints.beginConfirmation>,
) {
  return await makeMove(
    context,
    await loadToConfirm(context, input, 'begin_confirmation'),
    'begin_confirmation',
  );
}

/** When nobody answered in this round. */
export async function missedCalls(context: Context, row: Pick<CaseRow, 'id' | 'round'>): Promise<string[]> {
  const calls = await callbacksOf(context, [row.id]);
  return calls
    .filter(({ round, outcome }) => round === row.round && outcome === 'no_answer')
    .map(({ at }) => at);
}

type Heard = Pick<Said, 'solved' | 'satisfaction'>;

/** The one way to close with what the requester said; unreachable counts only after the calls that it takes. */
export async function pass(
  context: Context,
  row: CaseRow,
  { solved, satisfaction }: Heard,
  { note, more = {} }: { note: string; more?: Record<string, unknown> },
) {
  hold(isUnsolved({ solved, satisfaction }) ? 'case.not_solved' : true);
  hold(unreachableGuard({ solved, satisfaction }, await missedCalls(context, row)));
  return await makeMove(context, row, 'confirm_pass', {
    note,
    data: { solved, satisfaction, ...more },
    columns: { solved, satisfaction, closure_type: closureOf(row), closed_at: context.now.toISOString() },
  });
}

/** The one way back to work; who was not reached has not said that it was not solved. */
export async function fail(
  context: Context,
  row: CaseRow,
  { solved, satisfaction }: Heard,
  { note, more = {} }: { note: string; more?: Record<string, unknown> },
) {
  hold(solved === 'unreachable' || satisfaction === 'unreachable' ? 'case.unreachable_apart' : true);
  return await makeMove(context, row, 'confirm_fail', {
    note,
    data: { solved, satisfaction, ...more },
    columns: { solved, satisfaction, finished_at: null },
  });
}

/** Passing asks for a solved matter and no complaint; who cannot be reached is written down as that. */
export async function confirmPass(context: Context, input: InputOf<typeof endpoints.confirmPass>) {
  const row = await loadToConfirm(context, input, 'confirm_pass');
  return await pass(context, row, input, { note: input.note });
}

/** Late is what was finished late; how long the review took is not the unit's fault. */
export const closureOf = (row: CaseRow) =>
  row.due_at !== null && row.finished_at !== null && row.finished_at > row.due_at ? 'overdue' : 'normal';

export async function confirmFail(context: Context, input: InputOf<typeof endpoints.confirmFail>) {
  const row = await loadToConfirm(context, input, 'confirm_fail');
  return await fail(context, row, input, { note: input.reason });
}

export async function closeSpecial(context: Context, input: InputOf<typeof endpoints.closeSpecial>) {
  const { row } = await loadFor(context, 'case.special', input);
  return await makeMove(context, row, 'close_special', {
    note: input.reason,
    data: { closureType: input.closureType },
    columns: { closure_type: input.closureType, solved: null, closed_at: context.now.toISOString() },
  });
}

export async function reopenCase(context: Context, input: InputOf<typeof endpoints.reopenCase>) {
  const { row } = await loadFor(context, 'case.supervise', input);
  nextState(row, 'reopen');
  hold(reopenGuard(context.now, row.closed_at === null ? null : new Date(row.closed_at)));
  return await makeMove(context, row, 'reopen', {
    note: input.reason,
    columns: { closed_at: null, closure_type: null, finished_at: null, solved: null, satisfaction: null },
  });
}
