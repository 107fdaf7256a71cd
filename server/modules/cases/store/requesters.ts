// SQL of who asked: by account, over the cases that were merged.
import { type SqlBool, sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { placeOf } from './list.ts';

/** The requester that an account is on this case; undefined for everybody else. */
export async function requesterOf(context: Context, caseId: string, accountId: string) {
  return await context.db
    .selectFrom('case_requesters')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('case_id', '=', caseId)
    .where('account_id', '=', accountId)
    .orderBy('added_at')
    .executeTakeFirst();
}

const mine = (context: Context, accountId: string) =>
  context.db
    .selectFrom('case_requesters as r')
    .innerJoin('cases as c', (join) =>
      join.onRef('c.street_id', '=', 'r.street_id').onRef('c.id', '=', 'r.case_id'),
    )
    .where('r.street_id', '=', context.streetId)
    .where('c.street_id', '=', context.streetId)
    .where('r.account_id', '=', accountId)
    // Whom the office merged in keeps the own case in the list.
    .where('r.way', '!=', 'merge');

/** What an account has reported or follows, newest first; one row more than `limit`. */
export async function listOfAccount(
  context: Context,
  accountId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  let query = mine(context, accountId).selectAll('c').select('r.way');
  const after = placeOf(cursor);
  if (after)
    query = query.where(sql<SqlBool>`(c.reported_at, c.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  return await query
    .orderBy('c.reported_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(limit + 1)
    .execute();
}

export async function countOfAccount(context: Context, accountId: string): Promise<number> {
  const { count } = await mine(context, accountId)
    .select((build) => build.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export async function insertRepeat(context: Context, caseId: string, earlierId: string): Promise<void> {
  await context.db
    .insertInto('case_repeats')
    .values({ street_id: context.streetId, case_id: caseId, earlier_id: earlierId })
    .execute();
}

/** The case that this one goes on from. */
export async function earlierOf(context: Context, caseId: string) {
  return await context.db
    .selectFrom('case_repeats as again')
    .innerJoin('cases as c', (join) =>
      join.onRef('c.street_id', '=', 'again.street_id').onRef('c.id', '=', 'again.earlier_id'),
    )
    .select(['c.id', 'c.number'])
    .where('again.street_id', '=', context.streetId)
    .where('c.street_id', '=', context.streetId)
    .where('again.case_id', '=', caseId)
    .executeTakeFirst();
}
