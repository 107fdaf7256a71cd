// The link without an account: whoever holds it is the requester, unless it is somebody who handled the case.
import type * as endpoints from '#contract/cases/rating/endpoints.ts';
import { requesterWord } from '#contract/cases/resident/words.ts';
import type { InputOf, OutputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { isOfUnit } from '../../policy.ts';
import { type CaseRow, getCaseRow } from '../../store/cases.ts';
import { assignmentsOf, type RequesterRow, requestersOf, stepsOf } from '../../store/parts.ts';
import { findRating, type RatingRow } from '../../store/ratings.ts';
import { handlersOf } from '../confirm.ts';
import { makeNote } from '../step.ts';
import { tokenHash } from './ask.ts';
import { say } from './rate.ts';

interface Link {
  rating: RatingRow;
  row: CaseRow;
  requester: RequesterRow;
}

export async function openRating(
  context: Context,
  input: InputOf<typeof endpoints.openRating>,
): Promise<OutputOf<typeof endpoints.openRating>> {
  const { rating, row } = await openLink(context, input.token);
  return {
    number: row.number,
    title: row.title,
    unit: row.lead_name,
    answer: row.answer ?? row.result,
    state: stateOfLink(context, rating, row),
    expiresAt: rating.expires_at,
  };
}

export async function answerRating(
  context: Context,
  input: InputOf<typeof endpoints.answerRating>,
): Promise<OutputOf<typeof endpoints.answerRating>> {
  const { rating, row, requester } = await openLink(context, input.token);
  const state = stateOfLink(context, rating, row);
  if (state !== 'open') throw new Problem(refusals[state], 409);
  const asRequester = context.as({
    kind: requester.account_id === null ? 'stranger' : 'account',
    accountId: requester.account_id,
    personId: null,
    displayName: requesterWord,
    sessionId: null,
    posts: [],
  });
  return { again: await say(asRequester, row, requester, input) };
}

const refusals = {
  answered: 'case.rating_used',
  expired: 'case.rating_expired',
  over: 'case.not_awaiting',
} as const;

function stateOfLink(context: Context, rating: RatingRow, row: CaseRow) {
  if (rating.answered_at !== null) return 'answered';
  if (row.status !== 'confirming' || row.round !== rating.round) return 'over';
  return Date.parse(rating.expires_at) < context.now.getTime() ? 'expired' : 'open';
}

/** @throws Problem 404 for a link that is none, 403 for whoever had the case in hand */
async function openLink(context: Context, token: string): Promise<Link> {
  const rating = await findRating(context, tokenHash(context, token));
  if (!rating) throw new Problem('case.rating_unknown', 404);
  const row = await getCaseRow(context, rating.case_id);
  const requester = (await requestersOf(context, row.id)).find(({ id }) => id === rating.requester_id);
  if (!requester) throw new Problem('case.rating_unknown', 404);
  if (await isInChain(context, row, requester)) {
    await recordRefusal(context, row);
    throw new Problem('case.rating_in_chain', 403);
  }
  return { rating, row, requester };
}

/** Who handled, dispatched or signed it, and the colleagues of the unit; a requester is not a colleague. */
async function isInChain(context: Context, row: CaseRow, requester: RequesterRow): Promise<boolean> {
  const { actor } = context;
  if (actor.accountId === null) return false;
  if ((await handlersOf(context, row.id)).includes(actor.accountId)) return true;
  if (actor.accountId === requester.account_id) return false;
  return (await assignmentsOf(context, row.id)).some((unit) => isOfUnit(actor, unit));
}

/** In a transaction of its own, so that it stays although the request is refused; once for each person and round. */
async function recordRefusal(context: Context, row: CaseRow): Promise<void> {
  await context.apart(async (apart) => {
    const before = (await stepsOf(apart, row.id)).some(
      ({ name, actor_id, round }) =>
        name === 'rating_refused' && actor_id === context.actor.accountId && round === row.round,
    );
    if (!before) await makeNote(apart, await getCaseRow(apart, row.id), 'rating_refused');
  });
}
