import type { Context } from '#kernel/context.ts';
import { canonicalJson } from '#kernel/events/chain.ts';
import { Problem } from '#kernel/problem.ts';

const keyPattern = /^[\w-]{8,100}$/;

export function readKey(header: string | string[] | undefined): string {
  if (typeof header !== 'string' || !keyPattern.test(header))
    throw new Problem('idempotency.key_missing', 400);
  return header;
}

/**
 * Runs a command once per key. The key, the change and the answer share one transaction: a repeat that
 * arrives at the same moment waits for the first and gets its answer, another request under a used key is
 * refused.
 */
export async function once<T>(
  context: Context,
  key: string,
  request: unknown,
  command: () => Promise<T>,
): Promise<T> {
  const { db, streetId, actor, services } = context;
  const accountId = actor.accountId;
  if (!accountId) return await command();
  const requestHash = services.crypto.hash(canonicalJson(request));

  const claimed = await db
    .insertInto('idempotency_keys')
    .values({
      street_id: streetId,
      account_id: accountId,
      key,
      request_hash: requestHash,
      status: null,
      answer: null,
      created_at: context.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();

  if (claimed.numInsertedOrUpdatedRows === 0n) {
    const earlier = await db
      .selectFrom('idempotency_keys')
      .select(['request_hash', 'answer'])
      .where('street_id', '=', streetId)
      .where('account_id', '=', accountId)
      .where('key', '=', key)
      .executeTakeFirstOrThrow();
    if (earlier.request_hash !== requestHash) throw new Problem('idempotency.conflict', 409);
    return earlier.answer as T;
  }

  const answer = await command();
  await db
    .updateTable('idempotency_keys')
    .set({ status: 200, answer: JSON.stringify(answer) })
    .where('street_id', '=', streetId)
    .where('account_id', '=', accountId)
    .where('key', '=', key)
    .execute();
  return answer;
}

const answerDays = 30;

/** Answers are kept for a month: long enough for a phone that was offline, no longer than a retry can need. */
export async function forgetOldAnswers({ db, streetId, now }: Context): Promise<void> {
  const before = new Date(now.getTime() - answerDays * 86_400_000).toISOString();
  await db
    .deleteFrom('idempotency_keys')
    .where('street_id', '=', streetId)
    .where('created_at', '<', before)
    .execute();
}
