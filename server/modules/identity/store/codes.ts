import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { limits } from '../rules.ts';

export interface CodeRow {
  code_hash: string;
  attempts_left: number;
}

/** The open code of a phone, locked until this transaction ends, so that two requests are counted apart. */
export async function findCode(context: Context, phoneIndex: string) {
  return await context.db
    .selectFrom('sign_in_codes')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('phone_index', '=', phoneIndex)
    .forUpdate()
    .executeTakeFirst();
}

export async function saveCode(
  context: Context,
  code: {
    phoneIndex: string;
    phoneCipher: string;
    codeCipher: string;
    codeHash: string;
    sentTodayCount: number;
  },
): Promise<void> {
  const expiresAt = new Date(context.now.getTime() + limits.codeMinutes * 60_000);
  const values = {
    phone_cipher: code.phoneCipher,
    code_cipher: code.codeCipher,
    code_hash: code.codeHash,
    attempts_left: limits.codeAttempts,
    sent_today_count: code.sentTodayCount,
    created_at: context.now,
    expires_at: expiresAt,
  };
  await context.db
    .insertInto('sign_in_codes')
    .values({ street_id: context.streetId, phone_index: code.phoneIndex, ...values })
    .onConflict((conflict) => conflict.columns(['street_id', 'phone_index']).doUpdateSet(values))
    .execute();
}

/** Takes one attempt; nothing when the code is gone, expired or used up. */
export async function takeAttempt(context: Context, phoneIndex: string): Promise<CodeRow | undefined> {
  const taken = await sql<CodeRow>`
    update sign_in_codes set attempts_left = attempts_left - 1
    where street_id = ${context.streetId} and phone_index = ${phoneIndex}
      and attempts_left > 0 and expires_at > ${context.now}
    returning code_hash, attempts_left`.execute(context.db);
  return taken.rows[0];
}

/** A code is used once: the second of two requests deletes nothing. */
export async function deleteCode(context: Context, phoneIndex: string, codeHash: string): Promise<boolean> {
  // Kept for the day's count of codes; only its attempts are gone.
  const result = await context.db
    .updateTable('sign_in_codes')
    .set({ attempts_left: 0, code_hash: '' })
    .where('street_id', '=', context.streetId)
    .where('phone_index', '=', phoneIndex)
    .where('code_hash', '=', codeHash)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
