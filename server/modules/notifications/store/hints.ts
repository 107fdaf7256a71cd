import type { Kysely } from 'kysely';
import type { Tables } from '#kernel/database/tables.ts';
import type { AccountHint } from '#kernel/module.ts';

const hintsMax = 500;

/** Whose inbox has something new since a moment, for pages that are open now. */
export async function newSince(db: Kysely<Tables>, streetId: number, since: Date): Promise<AccountHint[]> {
  return await db
    .selectFrom('notifications')
    .select(['id', 'account_id as accountId', 'at'])
    .where('street_id', '=', streetId)
    .where('at', '>=', since.toISOString())
    .orderBy('at')
    .limit(hintsMax)
    .execute();
}
