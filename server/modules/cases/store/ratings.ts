// SQL of who was asked for a rating, and what was said.
import { type SqlBool, sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { CaseRow } from './cases.ts';

export type RatingRow = NonNullable<Awaited<ReturnType<typeof findRating>>>;

export async function insertRating(
  context: Context,
  rating: Pick<RatingRow, 'case_id' | 'round' | 'requester_id' | 'token_hash' | 'expires_at'>,
): Promise<void> {
  await context.db
    .insertInto('case_ratings')
    .values({
      ...rating,
      street_id: context.streetId,
      asked_at: context.now,
      answered_at: null,
      solved: null,
      satisfaction: null,
    })
    .execute();
}

export async function findRating(context: Context, tokenHash: string) {
  return await context.db
    .selectFrom('case_ratings')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
}

export async function ratingsOf(context: Context, row: Pick<CaseRow, 'id' | 'round'>) {
  return await context.db
    .selectFrom('case_ratings')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('case_id', '=', row.id)
    .where('round', '=', row.round)
    .execute();
}

type Said = Pick<RatingRow, 'solved' | 'satisfaction'>;

/** Keeps what a requester said in this round; false when that requester has spoken already. */
export async function keepAnswer(
  context: Context,
  key: Pick<RatingRow, 'case_id' | 'round' | 'requester_id'>,
  said: Said,
): Promise<boolean> {
  const answered = { ...said, answered_at: context.now };
  const { numInsertedOrUpdatedRows } = await context.db
    .insertInto('case_ratings')
    .values({
      ...key,
      ...answered,
      street_id: context.streetId,
      token_hash: null,
      asked_at: context.now,
      expires_at: context.now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['street_id', 'case_id', 'round', 'requester_id'])
        .doUpdateSet(answered)
        .where('case_ratings.answered_at', 'is', null),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Results of these kinds that nobody has asked about yet. */
export async function resolvedUnasked(context: Context, kinds: readonly CaseRow['kind'][], limit: number) {
  return await context.db
    .selectFrom('cases')
    .select('id')
    .where('street_id', '=', context.streetId)
    .where('status', '=', 'resolved')
    .where('kind', 'in', [...kinds])
    .orderBy('due_order')
    .limit(limit)
    .execute();
}

/** Confirmations of this round for which no requester has been asked. */
export async function confirmingUnasked(context: Context, kinds: readonly CaseRow['kind'][], limit: number) {
  return await context.db
    .selectFrom('cases as c')
    .select('c.id')
    .where('c.street_id', '=', context.streetId)
    .where('c.status', '=', 'confirming')
    .where('c.kind', 'in', [...kinds])
    .where((build) =>
      build.exists(
        build
          .selectFrom('case_requesters as r')
          .select('r.id')
          .where('r.street_id', '=', context.streetId)
          .whereRef('r.case_id', '=', 'c.id'),
      ),
    )
    .where((build) =>
      build.not(
        build.exists(
          build
            .selectFrom('case_ratings as asked')
            .select('asked.case_id')
            .where('asked.street_id', '=', context.streetId)
            .whereRef('asked.case_id', '=', 'c.id')
            .whereRef('asked.round', '=', 'c.round'),
        ),
      ),
    )
    .orderBy('c.due_order')
    .limit(limit)
    .execute();
}

/** Asked before `before`, without a word from anybody. */
export async function confirmingSilent(
  context: Context,
  kinds: readonly CaseRow['kind'][],
  before: Date,
  limit: number,
) {
  return await context.db
    .selectFrom('cases as c')
    .innerJoin('case_ratings as asked', (join) =>
      join
        .onRef('asked.street_id', '=', 'c.street_id')
        .onRef('asked.case_id', '=', 'c.id')
        .onRef('asked.round', '=', 'c.round'),
    )
    .select('c.id')
    .where('c.street_id', '=', context.streetId)
    .where('asked.street_id', '=', context.streetId)
    .where('c.status', '=', 'confirming')
    .where('c.kind', 'in', [...kinds])
    .groupBy('c.id')
    .having(sql<SqlBool>`max(asked.asked_at) < ${before}`)
    .having(sql<SqlBool>`count(asked.answered_at) = 0`)
    .limit(limit)
    .execute();
}
