// SQL of the lists.
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { z } from 'zod';
import type { caseFilter } from '#contract/cases/endpoints.ts';
import { terminals } from '#contract/cases/machine.ts';
import type { Context } from '#kernel/context.ts';
import { countMax, decodeCursor } from '#kernel/cursor.ts';
import type { Tables } from '#kernel/database/tables.ts';
import { Problem } from '#kernel/problem.ts';
import { inAreas } from '#kernel/scope.ts';
import { contains } from '#kernel/search/bigrams.ts';
import { organisationsOf, readPaths, unitPathsOf } from '../policy.ts';
import type { CasesTable } from '../tables.ts';

export type ListFilter = Omit<z.output<typeof caseFilter>, 'areaId'> & { areaPath?: string | undefined };
type Build = ExpressionBuilder<Tables & { c: CasesTable }, 'c'>;

/** One row more than `limit`, nearest date first. */
export async function listCaseRows(
  context: Context,
  filter: ListFilter & { cursor?: string | undefined; limit: number },
) {
  let query = context.db
    .selectFrom('cases as c')
    .selectAll('c')
    .where('c.street_id', '=', context.streetId)
    .where((build) => build.and([readable(context, build), matching(context, build, filter)]));
  const after = placeOf(filter.cursor);
  if (after)
    query = query.where(sql<SqlBool>`(c.due_order, c.id) > (${after.at}::timestamptz, ${after.id}::uuid)`);
  return await query
    .orderBy('c.due_order')
    .orderBy('c.id')
    .limit(filter.limit + 1)
    .execute();
}

export async function countCases(context: Context, filter: ListFilter): Promise<number> {
  const { count } = await context.db
    .selectFrom((from) =>
      from
        .selectFrom('cases as c')
        .select('c.id')
        .where('c.street_id', '=', context.streetId)
        .where((build) => build.and([readable(context, build), matching(context, build, filter)]))
        .limit(countMax + 1)
        .as('found'),
    )
    .select((build) => build.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** Counts by state, and what is late or due before `dayEnd`. */
export async function countFigures(context: Context, areaPath: string | undefined, dayEnd: Date) {
  const scoped = context.db
    .selectFrom('cases as c')
    .where('c.street_id', '=', context.streetId)
    .where((build) => build.and([readable(context, build), matching(context, build, { areaPath })]));
  const byStatus = await scoped
    .select(['c.status', (build) => build.fn.countAll<number>().as('count')])
    .groupBy('c.status')
    .orderBy('c.status')
    .execute();
  const open = sql`c.finished_at is null and not (c.status = any(${[...terminals]}::text[]))`;
  const dates = await scoped
    .select([
      sql<number>`count(*) filter (where ${open} and c.due_at < ${context.now})`.as('overdue'),
      sql<number>`count(*) filter (where ${open} and c.due_at >= ${context.now} and c.due_at <= ${dayEnd})`.as(
        'dueToday',
      ),
    ])
    .executeTakeFirstOrThrow();
  return { byStatus, ...dates };
}

/** The same borders as `mayRead`, in SQL. */
function readable(context: Context, build: Build): Expression<SqlBool> {
  return build.or([inAreas('c.area_path', readPaths(context.actor)), ofMyUnits(context, build)]);
}

function ofMyUnits(context: Context, build: Build): Expression<SqlBool> {
  const organisations = organisationsOf(context.actor);
  const paths = unitPathsOf(context.actor);
  return build.exists(
    build
      .selectFrom('case_assignments as a')
      .select('a.id')
      .where('a.street_id', '=', context.streetId)
      .whereRef('a.case_id', '=', 'c.id')
      .where('a.status', 'not in', ['ended', 'waived'])
      .where(
        sql<SqlBool>`case when a.unit_kind = 'organisation' then a.unit_id = any(${organisations}::uuid[])
          when a.unit_path = ${`/${context.streetId}/`} then a.unit_path = any(${paths}::text[])
          else exists (select 1 from unnest(${paths}::text[]) as own(path) where starts_with(own.path, a.unit_path)) end`,
      ),
  );
}

function matching(context: Context, build: Build, filter: Partial<ListFilter>): Expression<SqlBool> {
  const all: Expression<SqlBool>[] = [];
  if (filter.status) all.push(build('c.status', '=', filter.status));
  if (filter.kind) all.push(build('c.kind', '=', filter.kind));
  if (filter.urgency) all.push(build('c.urgency', '=', filter.urgency));
  if (filter.matterCode) all.push(sql<SqlBool>`starts_with(c.matter_code, ${filter.matterCode})`);
  if (filter.areaPath) all.push(inAreas('c.area_path', [filter.areaPath]));
  if (filter.open || filter.overdue) all.push(build('c.status', 'not in', [...terminals]));
  if (filter.overdue) all.push(sql<SqlBool>`c.due_at < coalesce(c.finished_at, ${context.now})`);
  if (filter.dueBefore) all.push(build('c.due_at', '<', filter.dueBefore));
  if (filter.mine) all.push(ofMyUnits(context, build));
  if (filter.search) all.push(found(build, filter.search));
  return build.and(all);
}

function found(build: Build, words: string): Expression<SqlBool> {
  return build.or([
    build('c.number', '=', words),
    build('c.external_number', '=', words),
    ...(['c.title', 'c.text', 'c.place_text'] as const).map((column) => contains(column, 'c.search', words)),
  ]);
}

/** What an account has reported, newest first; one row more than `limit`. */
export async function listReportedBy(
  context: Context,
  accountId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  let query = context.db
    .selectFrom('cases as c')
    .selectAll('c')
    .where('c.street_id', '=', context.streetId)
    .where('c.reported_by', '=', accountId);
  const after = placeOf(cursor);
  if (after)
    query = query.where(sql<SqlBool>`(c.reported_at, c.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  return await query
    .orderBy('c.reported_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(limit + 1)
    .execute();
}

export async function countReportedBy(context: Context, accountId: string): Promise<number> {
  const { count } = await context.db
    .selectFrom('cases')
    .select((build) => build.fn.countAll<number>().as('count'))
    .where('street_id', '=', context.streetId)
    .where('reported_by', '=', accountId)
    .executeTakeFirstOrThrow();
  return count;
}

/** Instant and id of the row a page begins after; ids are compared as such, so that the index is walked. */
function placeOf(cursor: string | undefined): { at: string; id: string } | null {
  const values = decodeCursor(cursor, 2);
  if (!values) return null;
  const [at, id] = values.map(String);
  if (!at || Number.isNaN(Date.parse(at)) || !z.uuid().safeParse(id).success)
    throw new Problem('input.cursor', 400);
  return { at, id: String(id) };
}
