// SQL of the public words of solved cases.
import { type SqlBool, sql } from 'kysely';
import type { PublicAsks } from '#contract/cases/publish/codes.ts';
import type { Context } from '#kernel/context.ts';
import { countMax, decodeCursor } from '#kernel/cursor.ts';
import { bigrams, contains, searchText } from '#kernel/search/bigrams.ts';

export type PublicationRow = NonNullable<Awaited<ReturnType<typeof publicationOf>>>;

export async function insertPublication(
  context: Context,
  row: Omit<PublicationRow, 'street_id' | 'search' | 'words' | 'published_at' | 'published_by'>,
): Promise<void> {
  const words = searchText([row.title, row.asked, row.done].join(' '));
  await context.db
    .insertInto('case_publications')
    .values({
      ...row,
      street_id: context.streetId,
      words,
      search: bigrams(words),
      published_at: context.now,
      published_by: context.actor.displayName,
    })
    .execute();
}

export async function deletePublication(context: Context, caseId: string): Promise<void> {
  await context.db
    .deleteFrom('case_publications')
    .where('street_id', '=', context.streetId)
    .where('case_id', '=', caseId)
    .execute();
}

export async function publicationOf(context: Context, caseId: string) {
  return await context.db
    .selectFrom('case_publications')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('case_id', '=', caseId)
    .executeTakeFirst();
}

export async function findPublication(context: Context, id: string) {
  return await context.db
    .selectFrom('case_publications')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('id', '=', id)
    .executeTakeFirst();
}

interface Filter {
  asks?: PublicAsks | undefined;
  search?: string | undefined;
  communityId?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** Counted up to one more than `countMax`. */
export async function countPublications(context: Context, filter: Filter): Promise<number> {
  const { count } = await context.db
    .selectFrom(
      matching(context, filter)
        .select('p.id')
        .limit(countMax + 1)
        .as('found'),
    )
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

function matching(context: Context, { asks, communityId, search }: Filter) {
  let query = context.db.selectFrom('case_publications as p').where('p.street_id', '=', context.streetId);
  if (communityId) query = query.where('p.community_id', '=', communityId);
  if (asks) query = query.where('p.asks', '=', asks);
  if (search) query = query.where(contains('p.words', 'p.search', search));
  return query;
}

/** One row more than `limit`, newest first. */
export async function listPublications(context: Context, filter: Filter) {
  const after = decodeCursor(filter.cursor, 2);
  let query = matching(context, filter).selectAll('p');
  if (after)
    query = query.where(sql<SqlBool>`(p.closed_at, p.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
  return await query
    .orderBy('p.closed_at', 'desc')
    .orderBy('p.id', 'desc')
    .limit(filter.limit + 1)
    .execute();
}

/** Answered questions that share pairs of characters with a text: most in common first, at least a quarter of them. */
export async function questionsLike(context: Context, text: string, limit: number) {
  const wanted = bigrams(text);
  const shared = sql<number>`cardinality(array(
    select unnest(p.search) intersect select unnest(${wanted}::text[])))`;
  return await context.db
    .selectFrom('case_publications as p')
    .selectAll('p')
    .where('p.street_id', '=', context.streetId)
    .where('p.asks', '=', 'question')
    .where(sql<SqlBool>`p.search && ${wanted}::text[]`)
    .where(sql<SqlBool>`${shared} * 4 >= ${wanted.length}`)
    .orderBy(shared, 'desc')
    .orderBy('p.closed_at', 'desc')
    .limit(limit)
    .execute();
}
