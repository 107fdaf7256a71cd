// What notifications reads of a call: its words, and the accounts to tell.
import type { Context } from '#kernel/context.ts';
import { type CallRow, findCall } from '../store/calls.ts';
import { accountsOfCall, comingOf } from '../store/targets.ts';

export interface CallFact {
  title: string;
  startsAt: string;
  cameCount: number | null;
  accountIds: readonly string[];
}

const factOf = (row: CallRow, accountIds: readonly string[]): CallFact => ({
  title: row.title,
  startsAt: row.starts_at,
  cameCount: row.came_count,
  accountIds,
});

/** `all` it was addressed to, or those who said they come. */
export async function callFact(
  context: Context,
  callId: string,
  which: 'all' | 'coming',
): Promise<CallFact | null> {
  const row = await findCall(context, callId);
  if (!row) return null;
  if (which === 'all') return factOf(row, await accountsOfCall(context, callId));
  return factOf(
    row,
    (await comingOf(context, callId)).map(({ account_id }) => account_id),
  );
}
