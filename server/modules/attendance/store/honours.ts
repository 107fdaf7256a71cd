// Who wants to be named on the list of honour.
import type { Context } from '#kernel/context.ts';

export async function honourRows(context: Context) {
  return await context.db
    .selectFrom('star_honours')
    .select(['person_id', 'nickname'])
    .where('street_id', '=', context.streetId)
    .orderBy('nickname')
    .limit(2000)
    .execute();
}

export async function honourOf(context: Context, personId: string): Promise<string | null> {
  const row = await context.db
    .selectFrom('star_honours')
    .select('nickname')
    .where('street_id', '=', context.streetId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row?.nickname ?? null;
}

/** Is the name somebody else's? */
export async function isTaken(context: Context, personId: string, nickname: string): Promise<boolean> {
  const row = await context.db
    .selectFrom('star_honours')
    .select('person_id')
    .where('street_id', '=', context.streetId)
    .where('nickname', '=', nickname)
    .where('person_id', '<>', personId)
    .executeTakeFirst();
  return row !== undefined;
}

export async function saveHonour(context: Context, personId: string, nickname: string): Promise<void> {
  await context.db
    .insertInto('star_honours')
    .values({ street_id: context.streetId, person_id: personId, nickname, joined_at: context.now })
    .onConflict((conflict) => conflict.columns(['street_id', 'person_id']).doUpdateSet({ nickname }))
    .execute();
}

/** False when the person was not on it. */
export async function dropHonour(context: Context, personId: string): Promise<boolean> {
  const { numDeletedRows } = await context.db
    .deleteFrom('star_honours')
    .where('street_id', '=', context.streetId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
