// Review, long-term ledger, extension: decisions with a signature.
import type * as endpoints from '#contract/cases/endpoints.ts';
import type { InputOf } from '#contract/define.ts';
import { dueAfterPause } from '#kernel/calendar/clocks.ts';
import { workCalendar } from '#kernel/calendar/days.ts';
import type { Context } from '#kernel/context.ts';
import { leaderGuard, rankOf, rankWanted, signatureGuard, suspendGuard } from '../guards.ts';
import { ranksAt, signingPosts } from '../policy.ts';
import type { CaseRow } from '../store/cases.ts';
import { insertSignature, signaturesOf, startTimer } from '../store/parts.ts';
import { loadFor } from './load.ts';
import { hold, makeMove, makeNote, nextState, stateOf } from './step.ts';

export async function reviewApprove(context: Context, input: InputOf<typeof endpoints.reviewApprove>) {
  const { row } = await loadFor(context, 'case.review', input);
  nextState(row, 'review_approve');
  await requireSigner(context, row);
  const state = stateOf(row);
  const post = signingPosts(context.actor, row.area_path).find(
    ({ role }) => rankOf(role) === rankWanted(state),
  );
  await insertSignature(context, {
    case_id: row.id,
    round: row.round,
    level: row.signed + 1,
    account_id: context.actor.accountId ?? '',
    signer: context.actor.displayName,
    on_behalf_of: post?.onBehalfOf ?? null,
    role: post?.role ?? '',
    at: context.now,
    digest: context.services.crypto.hash(`${row.id}\n${row.round}\n${row.result ?? ''}`),
  });
  return await makeMove(context, row, 'review_approve', {
    note: input.instruction,
    data: { level: row.signed + 1 },
  });
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

async function requireSigner(context: Context, row: CaseRow): Promise<void> {
  const signed = (await signaturesOf(context, row.id)).filter(({ round }) => round === row.round);
  const signer = {
    accountId: context.actor.accountId ?? '',
    ranks: ranksAt(context.actor, row.area_path),
  };
  hold(
    signatureGuard(
      stateOf(row),
      signer,
      row.handler_id,
      signed.map(({ account_id }) => account_id),
    ),
  );
}

export async function suspendCase(context: Context, input: InputOf<typeof endpoints.suspendCase>) {
  const { row } = await loadFor(context, 'case.review', input);
  nextState(row, 'suspend');
  hold(leaderGuard(ranksAt(context.actor, row.area_path)));
  const until = new Date(input.until);
  hold(suspendGuard(context.now, until));
  const done = await makeMove(context, row, 'suspend', {
    note: input.plan,
    data: { until: input.until },
    columns: { suspended_at: context.now.toISOString(), suspended_until: input.until },
  });
  await startTimer(context, row.id, 'hang_review', until);
  return done;
}

export async function resumeCase(context: Context, input: InputOf<typeof endpoints.resumeCase>) {
  const { row } = await loadFor(context, 'case.review', input);
  return await resume(context, row, input.note);
}

/** What was left of the date then is left now; the date of an outer order is not ours to move. */
export async function resume(context: Context, row: CaseRow, note: string | null) {
  nextState(row, 'resume');
  const due = row.due_at === null ? null : new Date(row.due_at);
  const paused = row.suspended_at === null ? null : new Date(row.suspended_at);
  const next =
    due && paused && row.external_number === null
      ? dueAfterPause(due, paused, context.now, 'urgent_hour', workCalendar([])).dueAt
      : due;
  if (next) await startTimer(context, row.id, 'total', next);
  return await makeMove(context, row, 'resume', {
    note,
    data: { dueAt: next?.toISOString() ?? null },
    columns: { suspended_at: null, suspended_until: null, due_at: next?.toISOString() ?? null },
  });
}

export async function decideExtension(context: Context, input: InputOf<typeof endpoints.decideExtension>) {
  const { row } = await loadFor(context, 'case.review', input);
  hold(row.extension_until === null ? 'case.no_extension' : true);
  hold(leaderGuard(ranksAt(context.actor, row.area_path)));
  if (input.grant && row.extension_until)
    await startTimer(context, row.id, 'total', new Date(row.extension_until));
  return await makeNote(context, row, input.grant ? 'grant_extension' : 'deny_extension', {
    note: input.reason,
    data: { before: row.due_at, after: input.grant ? row.extension_until : row.due_at },
    columns: { extension_until: null, ...(input.grant ? { due_at: row.extension_until } : {}) },
  });
}
