// The requester's word: it closes the case or begins a new round, and it is the requester who moves it.

import type { rateCase as endpoint } from '#contract/cases/resident/endpoints.ts';
import type { PlainCase } from '#contract/cases/resident/records.ts';
import type { InputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { confirmerGuard } from '../../guards.ts';
import { type CaseRow, getCaseRow } from '../../store/cases.ts';
import { type RequesterRow, requestersOf } from '../../store/parts.ts';
import { keepAnswer } from '../../store/ratings.ts';
import { closureOf, handlersOf } from '../confirm.ts';
import { loadOwn, presentOwn } from '../resident/own.ts';
import { goesOnIn, rateVerdict } from '../resident/present.ts';
import { checkVersion, hold, makeMove, makeNote } from '../step.ts';

export type Saying = Pick<InputOf<typeof endpoint>, 'solved' | 'satisfaction' | 'note'>;

export async function rateCase(context: Context, input: InputOf<typeof endpoint>): Promise<PlainCase> {
  const own = await loadOwn(context, input.caseId);
  const on = await goesOnIn(context, own.row);
  const requesters = await requestersOf(context, on.id);
  hold(await rateVerdict(context, on, requesters, own.viewer));
  if (on === own.row) await checkVersion(context, on, input.version);
  hold(confirmerGuard(context.actor.accountId ?? '', await handlersOf(context, on.id)));
  // Somebody who was merged in speaks as the requester of the common case.
  const speaker = requesters.find(({ account_id }) => account_id === context.actor.accountId);
  await say(context, on, speaker ?? own.viewer, input);
  return await presentOwn(context, own);
}

/**
 * Any requester who says that it is not solved begins a new round; only the first one's yes closes it.
 * @returns whether a new round began
 */
export async function say(
  context: Context,
  given: CaseRow,
  requester: RequesterRow,
  { solved, satisfaction, note }: Saying,
): Promise<boolean> {
  const row = await confirming(context, given);
  const key = { case_id: row.id, round: row.round, requester_id: requester.id };
  const kept = await keepAnswer(context, key, { solved, satisfaction });
  hold(kept ? true : 'case.rated_before');
  const data = { solved, satisfaction, requesterId: requester.id };
  if (solved === 'no' || satisfaction === 'dissatisfied') {
    const columns = { solved, satisfaction, finished_at: null };
    await makeMove(context, row, 'confirm_fail', { note, data, columns });
    return true;
  }
  if (await isFirst(context, requester)) {
    const closed_at = context.now.toISOString();
    const closure_type = closureOf(row);
    await makeMove(context, row, 'confirm_pass', {
      note,
      data,
      columns: { solved, satisfaction, closure_type, closed_at },
    });
  } else await makeNote(context, row, 'rate', { note, data });
  return false;
}

/** The result was approved; asking for the requester's word is no decision, so the system begins it. */
async function confirming(context: Context, row: CaseRow): Promise<CaseRow> {
  if (row.status !== 'resolved') return row;
  await makeMove(context.as('system'), row, 'begin_confirmation');
  return await getCaseRow(context, row.id);
}

async function isFirst(context: Context, requester: RequesterRow): Promise<boolean> {
  const requesters = await requestersOf(context, requester.case_id);
  const first = requesters.find(({ way }) => way === 'own') ?? requesters[0];
  return (
    first?.id === requester.id ||
    (requester.account_id !== null && first?.account_id === requester.account_id)
  );
}
