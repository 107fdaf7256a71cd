// SQL of the four-level review: versions of the answer, what was told first, the list of a level.
import { type Insertable, type SqlBool, sql } from 'kysely';
import { kindRules, lastTier } from '#contract/cases/kinds.ts';
import { type Kind, kinds } from '#contract/cases/machine.ts';
import type { Context } from '#kernel/context.ts';
import type { Tables } from '#kernel/database/tables.ts';
import type { Placed } from '../policy.ts';

type New<Table extends keyof Tables> = Omit<Insertable<Tables[Table]>, 'street_id'>;

export async function insertResult(context: Context, row: New<'case_results'>): Promise<void> {
  await context.db
    .insertInto('case_results')
    .values({ ...row, street_id: context.streetId })
    .execute();
}

/** Oldest first; of one case or of several. */
export async function resultsOf(context: Context, caseIds: readonly string[]) {
  if (caseIds.length === 0) return [];
  return await context.db
    .selectFrom('case_results')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('case_id', 'in', [...caseIds])
    .orderBy('case_id')
    .orderBy('round')
    .orderBy('level')
    .execute();
}

export type ResultRow = Awaited<ReturnType<typeof resultsOf>>[number];

export async function insertToldFirst(context: Context, row: New<'case_told_first'>): Promise<void> {
  const { case_id: _, ...again } = row;
  await context.db
    .insertInto('case_told_first')
    .values({ ...row, street_id: context.streetId })
    .onConflict((conflict) => conflict.columns(['street_id', 'case_id']).doUpdateSet(again))
    .execute();
}

export async function toldFirstOf(context: Context, caseIds: readonly string[]) {
  if (caseIds.length === 0) return [];
  return await context.db
    .selectFrom('case_told_first')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('case_id', 'in', [...caseIds])
    .execute();
}

/** The signatures are complete: what was told is now signed too. */
export async function completeToldFirst(context: Context, caseId: string): Promise<void> {
  await context.db
    .updateTable('case_told_first')
    .set({ completed_at: context.now })
    .where('street_id', '=', context.streetId)
    .where('case_id', '=', caseId)
    .where('completed_at', 'is', null)
    .execute();
}

/** Files of cases with the digest of their content. */
export async function filesOf(context: Context, caseIds: readonly string[]) {
  if (caseIds.length === 0) return [];
  return await context.db
    .selectFrom('files')
    .select(['id', 'digest', 'media_type', 'file_name', 'uploaded_at', 'subject_id'])
    .where('street_id', '=', context.streetId)
    .where('subject_module', '=', 'cases')
    .where('subject_id', 'in', [...caseIds])
    .orderBy('id')
    .execute();
}

export async function signaturesOfCases(context: Context, caseIds: readonly string[]) {
  if (caseIds.length === 0) return [];
  return await context.db
    .selectFrom('case_signatures')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('case_id', 'in', [...caseIds])
    .orderBy('round')
    .orderBy('level')
    .execute();
}

/** The digests that the trail wrote down for the signatures of a case, by `round.level`. */
export async function trailDigests(context: Context, caseId: string): Promise<Map<string, string>> {
  const rows = await context.db
    .selectFrom('case_steps as s')
    .innerJoin('events as e', (join) =>
      join.onRef('e.id', '=', 's.event_id').on('e.street_id', '=', context.streetId),
    )
    .select([
      's.round',
      sql<number | null>`(e.data->'details'->>'level')::integer`.as('level'),
      sql<string | null>`e.data->'details'->>'digest'`.as('digest'),
    ])
    .where('s.street_id', '=', context.streetId)
    .where('s.case_id', '=', caseId)
    .where('s.name', '=', 'review_approve')
    .execute();
  return new Map(
    rows.flatMap(({ round, level, digest }) => (digest ? [[`${round}.${level}`, digest] as const] : [])),
  );
}

const perKind = (of: (kind: Kind) => unknown) =>
  JSON.stringify(Object.fromEntries(kinds.map((kind) => [kind, of(kind)])));

/** The rank that signs `c` next, as `rankWanted` says. */
const wanted = sql<number>`(coalesce(
  case when c.tier >= ${lastTier} then c.kind_rules->'reviewAtLastTier' end,
  c.kind_rules->'review',
  case when c.tier >= ${lastTier} then nullif(${perKind((kind) => kindRules[kind].reviewAtLastTier ?? null)}::jsonb->c.kind, 'null') end,
  ${perKind((kind) => kindRules[kind].review)}::jsonb->c.kind
)->>c.signed)::integer`;

export interface SigningPlaces {
  accountId: string;
  posts: readonly Placed[];
}

/** Where in the list a page begins. */
export interface After {
  at: string;
  id: string;
}

/** Cases under review at a level of the viewer, without those the viewer handled or has signed already. */
function atMyLevel(context: Context, { accountId, posts }: SigningPlaces) {
  return context.db
    .selectFrom('cases as c')
    .where('c.street_id', '=', context.streetId)
    .where('c.status', '=', 'under_review')
    .where((build) =>
      build.or(
        posts.map(
          (post) =>
            sql<SqlBool>`starts_with(c.area_path, ${post.areaPath}) and ${wanted} = ${post.rank}
              and c.handler_id is distinct from ${post.holderId}`,
        ),
      ),
    )
    .where(sql<SqlBool>`c.handler_id is distinct from ${accountId}`)
    .where((build) =>
      build.not(
        build.exists(
          build
            .selectFrom('case_signatures as s')
            .select('s.level')
            .where('s.street_id', '=', context.streetId)
            .whereRef('s.case_id', '=', 'c.id')
            .whereRef('s.round', '=', 'c.round')
            .where((either) =>
              either.or([either('s.account_id', '=', accountId), either('s.principal_id', '=', accountId)]),
            ),
        ),
      ),
    );
}

export async function listAtMyLevel(
  context: Context,
  places: SigningPlaces,
  { after, limit }: { after: After | null; limit: number },
) {
  let query = atMyLevel(context, places).selectAll('c');
  if (after)
    query = query.where(sql<SqlBool>`(c.due_order, c.id) > (${after.at}::timestamptz, ${after.id}::uuid)`);
  return await query
    .orderBy('c.due_order')
    .orderBy('c.id')
    .limit(limit + 1)
    .execute();
}

export async function countAtMyLevel(context: Context, places: SigningPlaces) {
  return await atMyLevel(context, places)
    .select([
      (build) => build.fn.countAll<number>().as('waiting'),
      sql<number>`count(*) filter (where c.due_at < coalesce(c.finished_at, ${context.now}))`.as('overdue'),
    ])
    .executeTakeFirstOrThrow();
}

/** Told before they were signed and not complete yet, in the viewer's places, oldest first. */
export async function listToldFirst(
  context: Context,
  paths: readonly string[],
  { after, limit }: { after: After | null; limit: number },
) {
  let query = context.db
    .selectFrom('case_told_first as t')
    .innerJoin('cases as c', (join) =>
      join.onRef('c.id', '=', 't.case_id').on('c.street_id', '=', context.streetId),
    )
    .selectAll('c')
    .where('t.street_id', '=', context.streetId)
    .where('t.completed_at', 'is', null)
    .where((build) => build.or(paths.map((path) => sql<SqlBool>`starts_with(c.area_path, ${path})`)));
  if (after)
    query = query.where(sql<SqlBool>`(c.due_order, c.id) > (${after.at}::timestamptz, ${after.id}::uuid)`);
  return await query
    .orderBy('c.due_order')
    .orderBy('c.id')
    .limit(limit + 1)
    .execute();
}

export async function countToldFirst(context: Context, paths: readonly string[]): Promise<number> {
  const { count } = await context.db
    .selectFrom('case_told_first as t')
    .innerJoin('cases as c', (join) =>
      join.onRef('c.id', '=', 't.case_id').on('c.street_id', '=', context.streetId),
    )
    .select((build) => build.fn.countAll<number>().as('count'))
    .where('t.street_id', '=', context.streetId)
    .where('t.completed_at', 'is', null)
    .where((build) => build.or(paths.map((path) => sql<SqlBool>`starts_with(c.area_path, ${path})`)))
    .executeTakeFirstOrThrow();
  return count;
}

/** Minutes from the beginning of a level to its signature, over the viewer's own of the last days. */
export async function averageStay(context: Context, accountId: string, since: Date): Promise<number | null> {
  const { minutes } = await context.db
    .selectFrom('case_signatures')
    .select(sql<number | null>`round(extract(epoch from avg(at - since)) / 60)::integer`.as('minutes'))
    .where('street_id', '=', context.streetId)
    .where('account_id', '=', accountId)
    .where('at', '>=', since.toISOString())
    .where('since', 'is not', null)
    .executeTakeFirstOrThrow();
  return minutes;
}
