// SQL of what belongs beside a case: links, exclusions, merged cases; and the head of the desk.
import { type Insertable, sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { Tables } from '#kernel/database/tables.ts';
import { inAreas } from '#kernel/scope.ts';
import '../jointTables.ts';

type New<Table extends keyof Tables> = Omit<Insertable<Tables[Table]>, 'street_id'>;
export type ExclusionRow = Awaited<ReturnType<typeof exclusionsOf>>[number];

export async function insertLink(context: Context, row: New<'case_links'>): Promise<void> {
  await context.db
    .insertInto('case_links')
    .values({ ...row, street_id: context.streetId })
    .execute();
}

/** Links in both directions, each with the other case. */
export async function linksOf(context: Context, caseId: string) {
  return await context.db
    .selectFrom('case_links as l')
    .innerJoin('cases as c', (join) =>
      join
        .onRef('c.street_id', '=', 'l.street_id')
        .on('c.street_id', '=', context.streetId)
        .on(sql<boolean>`c.id = case when l.case_id = ${caseId} then l.other_id else l.case_id end`),
    )
    .select([
      'c.id',
      'c.number',
      'c.title',
      'c.status',
      'c.kind',
      'c.area_path',
      'l.link_kind',
      'l.linked_by_name',
      'l.linked_at',
    ])
    .where('l.street_id', '=', context.streetId)
    .where((build) => build.or([build('l.case_id', '=', caseId), build('l.other_id', '=', caseId)]))
    .orderBy('l.linked_at')
    .execute();
}

export async function deleteLink(context: Context, caseId: string, otherId: string): Promise<boolean> {
  const gone = await context.db
    .deleteFrom('case_links')
    .where('street_id', '=', context.streetId)
    .where((build) =>
      build.or([
        build.and([build('case_id', '=', caseId), build('other_id', '=', otherId)]),
        build.and([build('case_id', '=', otherId), build('other_id', '=', caseId)]),
      ]),
    )
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

/** Cases that were joined to this one. */
export async function mergedInto(context: Context, caseId: string) {
  return await context.db
    .selectFrom('cases')
    .select(['id', 'number', 'title', 'status', 'area_path'])
    .where('street_id', '=', context.streetId)
    .where('merged_into', '=', caseId)
    .orderBy('reported_at')
    .orderBy('id')
    .execute();
}

export async function insertExclusion(context: Context, row: New<'case_exclusions'>): Promise<void> {
  await context.db
    .insertInto('case_exclusions')
    .values({ ...row, street_id: context.streetId })
    .execute();
}

export async function exclusionsOf(context: Context, caseId: string) {
  return await context.db
    .selectFrom('case_exclusions')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('case_id', '=', caseId)
    .orderBy('applied_at')
    .orderBy('id')
    .execute();
}

export async function decideExclusionRow(
  context: Context,
  exclusionId: string,
  columns: Pick<ExclusionRow, 'decision' | 'decided_by_name' | 'decision_note'> & { decided_at: Date },
): Promise<void> {
  await context.db
    .updateTable('case_exclusions')
    .set(columns)
    .where('street_id', '=', context.streetId)
    .where('id', '=', exclusionId)
    .execute();
}

/** Counts of what waits below these places, and of what was dispatched since `dayStart`. */
export async function deskCounts(context: Context, paths: readonly string[], dayStart: Date) {
  const waiting = await context.db
    .selectFrom('cases')
    .select([
      sql<number>`count(*)`.as('fresh'),
      sql<number>`count(*) filter (where due_at < ${context.now})`.as('overdue'),
      sql<number>`count(*) filter (where status = 'registered' and returns > 0)`.as('toArbitrate'),
    ])
    .where('street_id', '=', context.streetId)
    .where('status', 'in', ['submitted', 'registered'])
    .where(inAreas('area_path', [...paths]))
    .executeTakeFirstOrThrow();
  const sent = await context.db
    .selectFrom('case_steps as s')
    .innerJoin('cases as c', (join) =>
      join
        .onRef('c.street_id', '=', 's.street_id')
        .onRef('c.id', '=', 's.case_id')
        .on('c.street_id', '=', context.streetId),
    )
    .leftJoin('case_timers as t', (join) =>
      join
        .onRef('t.street_id', '=', 's.street_id')
        .onRef('t.case_id', '=', 's.case_id')
        .on('t.timer', '=', 'dispatch')
        .on('t.street_id', '=', context.streetId),
    )
    .select([
      sql<number>`count(*)`.as('dispatchedToday'),
      sql<
        number | null
      >`round(avg(extract(epoch from s.at - t.started_at) / 60) filter (where t.started_at <= s.at))::float8`.as(
        'averageMinutes',
      ),
    ])
    .where('s.street_id', '=', context.streetId)
    .where('s.name', '=', 'dispatch')
    .where('s.at', '>=', dayStart.toISOString())
    .where(inAreas('c.area_path', [...paths]))
    .executeTakeFirstOrThrow();
  return { ...waiting, ...sent };
}
