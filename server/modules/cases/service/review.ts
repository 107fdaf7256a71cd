// Review, long-term ledger, extension: decisions with a signature.
import type * as endpoints from '#contract/cases/endpoints.ts';
import type { InputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { leaderGuard, suspendGuard } from '../guards.ts';
import { ranksAt } from '../policy.ts';
import type { CaseRow } from '../store/cases.ts';
import { loadFor } from './load.ts';
import { requireSigner, sign } from './sign.ts';
import { hold, makeMove, makeNote, nextState } from './step.ts';

export async function reviewApprove(context: Context, input: InputOf<typeof endpoints.reviewApprove>) {
  const { row } = await loadFor(context, 'case.review', input);
  return await sign(context, row, { instruction: input.instruction, result: input.result, way: 'single' });
}

export async function reviewReturn(context: Context, input: InputOf<typeof endpoints.reviewReturn>) {
  const { row } = await loadFor(context, 'case.review', input);
  nextState(row, 'review_return');
  await requireSigner(context, row);
  return await makeMove(context, row, 'review_return', {
    note: input.reason,
    data: { level: row.signed + 1 },
    columns: { finished_at: null },
  });
}

export async function suspendCase(context: Context, input: InputOf<typeof endpoints.suspendCase>) {
  const { row } = await loadFor(context, 'case.review', input);
  nextState(row, 'suspend');
  hold(leaderGuard(ranksAt(context.actor, row.area_path)));
  const until = new Date(input.until);
  hold(suspendGuard(context.now, until));
  return await makeMove(context, row, 'suspend', {
    note: input.plan,
    data: { until: input.until },
    columns: { suspended_at: context.now.toISOString(), suspended_until: input.until },
  });
}

export async function resumeCase(context: Context, input: InputOf<typeof endpoints.resumeCase>) {
  const { row } = await loadFor(context, 'case.review', input);
  return await resume(context, row, input.note);
}

/** What was left of the date then is left now; the date of an outer order is not ours to move. */
export async function resume(context: Context, row: CaseRow, note: string | null) {
  nextState(row, 'resume');
  return await makeMove(context, row, 'resume', {
    note,
    columns: { suspended_at: null, suspended_until: null },
  });
}

export async function decideExtension(context: Context, input: InputOf<typeof endpoints.decideExtension>) {
  const { row } = await loadFor(context, 'case.review', input);
  hold(row.extension_until === null ? 'case.no_extension' : true);
  hold(leaderGuard(ranksAt(context.actor, row.area_path)));
  return await makeNote(context, row, input.grant ? 'grant_extension' : 'deny_extension', {
    note: input.reason,
    data: { before: row.due_at, after: input.grant ? row.extension_until : row.due_at },
    columns: { extension_until: null, ...(input.grant ? { due_at: row.extension_until } : {}) },
  });
}
