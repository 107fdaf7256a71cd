// SQL of the lists. Each way by which a viewer sees cases walks an index of its own; the ways are then joined.
import { type Expression, type SqlBool, sql } from 'kysely';
import { z } from 'zod';
import type { caseFilter } from '#contract/cases/endpoints.ts';
import { defaultSla } from '#contract/cases/sla.ts';
import type { Context } from '#kernel/context.ts';
import { countMax, decodeCursor } from '#kernel/cursor.ts';
import { Problem } from '#kernel/problem.ts';
import { type Build, below, type Reach, reached, waysIn } from './reach.ts';
import { searchCases } from './search.ts';

/** `areaPath` narrows further than the reach does; units work outside their area too. */
export type ListFilter = Omit<z.output<typeof caseFilter>, 'areaId' | 'mine'> & {
  areaPath?: string | undefined;
};
interface Paging {
  cursor?: string | undefined;
  limit: number;
}

/** What a line of a list shows or is ordered by: the words of fifty cases are not read for it. */
const listed = [
  'c.id',
  'c.number',
  'c.external_number',
  'c.status',
  'c.round',
  'c.version',
  'c.kind',
  'c.title',
  'c.matter_code',
  'c.channel',
  'c.urgency',
  'c.area_id',
  'c.area_path',
  'c.place_text',
  'c.lead_kind',
  'c.lead_id',
  'c.lead_name',
  'c.reported_at',
  'c.due_at',
  'c.due_order',
  'c.finished_at',
  'c.signed',
  'c.supervised',
  'c.returns',
  'c.exclusion',
  'c.requester_count',
  'c.alarms',
] as const;

/** One row more than `limit`, nearest date first; what was searched for, newest first. */
export async function listCaseRows(context: Context, reach: Reach, filter: ListFilter & Paging) {
  const { query } = await found(context, reach, filter);
  return query ? await query.selectAll('c').execute() : [];
}

export type ListedRow = Awaited<ReturnType<typeof listCaseLines>>[number];

/** The same, with what a line of a list shows and no more. */
export async function listCaseLines(context: Context, reach: Reach, filter: ListFilter & Paging) {
  const { query } = await found(context, reach, filter);
  return query ? await query.select(listed).execute() : [];
}

/** A query is no promise: it is handed on in an object. */
async function found(context: Context, reach: Reach, filter: ListFilter & Paging) {
  return filter.search === undefined
    ? byDate(context, reach, filter)
    : await bySearch(context, reach, filter, filter.search);
}

/** The values that a row of the list is ordered by. */
export const placeInList = (
  filter: ListFilter,
  row: { id: string; due_order: string; reported_at: string },
): [string, string] => [filter.search === undefined ? row.due_order : row.reported_at, row.id];

function byDate(context: Context, reach: Reach, filter: ListFilter & Paging) {
  const ways = waysIn(reach);
  const [only] = ways;
  if (only === undefined) return { query: null };
  const after = placeOf(filter.cursor);
  const walk = (way: Expression<SqlBool>) => {
    const walked = context.db
      .selectFrom('cases as c')
      .where('c.street_id', '=', context.streetId)
      .where(way)
      .where((build) => matching(context, build, filter))
      .orderBy('c.due_order')
      .orderBy('c.id')
      .limit(filter.limit + 1);
    return after
      ? walked.where(sql<SqlBool>`(c.due_order, c.id) > (${after.at}::timestamptz, ${after.id}::uuid)`)
      : walked;
  };
  if (ways.length === 1) return { query: walk(only) };

  const branches = ways.map((way) => sql`(${walk(way).select(['c.id'])})`);
  const query = context.db
    .selectFrom('cases as c')
    .where('c.street_id', '=', context.streetId)
    .where(sql<SqlBool>`c.id in (${sql.join(branches, sql` union all `)})`)
    .orderBy('c.due_order')
    .orderBy('c.id')
    .limit(filter.limit + 1);
  return { query };
}

/** A number is found as such, on the first page; words by what is written in the case. */
async function bySearch(context: Context, reach: Reach, filter: ListFilter & Paging, words: string) {
  const after = placeOf(filter.cursor);
  const seen = (build: Build) =>
    build.and([reached(context, build, reach), matching(context, build, filter)]);
  const numbered = context.db
    .selectFrom('cases as c')
    .select('c.id')
    .where('c.street_id', '=', context.streetId)
    .where((build) => build.or([build('c.number', '=', words), build('c.external_number', '=', words)]));
  const known = after === null && /\d/.test(words) ? await numbered.execute() : [];
  const worded = await searchCases(context, words, seen, { after, limit: filter.limit });
  const ids = [...known.map(({ id }) => id), ...worded];
  if (ids.length === 0) return { query: null };
  const query = context.db
    .selectFrom('cases as c')
    .where('c.street_id', '=', context.streetId)
    .where('c.id', 'in', ids)
    .where(seen)
    .orderBy('c.reported_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(filter.limit + 1);
  return { query };
}

/** How many there are, counted up to `countMax` and one more. */
export async function countListed(context: Context, reach: Reach, filter: ListFilter): Promise<number> {
  if (filter.search !== undefined) {
    const seen = (build: Build) =>
      build.and([reached(context, build, reach), matching(context, build, filter)]);
    return (await searchCases(context, filter.search, seen, { after: null, limit: countMax })).length;
  }
  const ways = waysIn(reach);
  if (ways.length === 0) return 0;
  const branches = ways.map(
    (way) =>
      sql`(${context.db
        .selectFrom('cases as c')
        .select('c.id')
        .where('c.street_id', '=', context.streetId)
        .where(way)
        .where((build) => matching(context, build, filter))
        .limit(countMax + 1)})`,
  );
  const distinct = ways.length === 1 ? sql` ` : sql` union `;
  const counted = await sql<{ count: number }>`
    select count(*) as count from (select * from (${sql.join(branches, distinct)}) as ways limit ${countMax + 1}) as found`.execute(
    context.db,
  );
  return counted.rows[0]?.count ?? 0;
}

/** Open cases by state, and what is late or due before `dayEnd`. */
export async function countFigures(
  context: Context,
  reach: Reach,
  areaPath: string | undefined,
  dayEnd: Date,
) {
  const open = context.db
    .selectFrom('cases as c')
    .where('c.street_id', '=', context.streetId)
    .where('c.is_open', '=', true)
    .where((build) => build.and([reached(context, build, reach), matching(context, build, { areaPath })]));
  const rows = await open
    .select([
      'c.status',
      sql<number>`count(*)`.as('count'),
      sql<number>`count(*) filter (where c.finished_at is null and c.due_at < ${context.now})`.as('overdue'),
      sql<number>`count(*) filter (where c.finished_at is null and c.due_at >= ${context.now}
        and c.due_at <= ${dayEnd})`.as('dueToday'),
    ])
    .groupBy('c.status')
    .orderBy('c.status')
    .execute();
  const sum = (key: 'overdue' | 'dueToday') => rows.reduce((all, row) => all + row[key], 0);
  return {
    byStatus: rows.map(({ status, count }) => ({ status, count })),
    overdue: sum('overdue'),
    dueToday: sum('dueToday'),
  };
}

function matching(context: Context, build: Build, filter: Partial<ListFilter>): Expression<SqlBool> {
  const all: Expression<SqlBool>[] = [];
  if (filter.status) all.push(build('c.status', '=', filter.status));
  if (filter.kind) all.push(build('c.kind', '=', filter.kind));
  if (filter.urgency) all.push(build('c.urgency', '=', filter.urgency));
  if (filter.matterCode) all.push(sql<SqlBool>`starts_with(c.matter_code, ${filter.matterCode})`);
  if (filter.areaPath) all.push(below(filter.areaPath));
  if (filter.open || filter.overdue) all.push(sql<SqlBool>`c.is_open`);
  if (filter.overdue) all.push(sql<SqlBool>`c.due_at < coalesce(c.finished_at, ${context.now})`);
  if (filter.returned) all.push(sql<SqlBool>`c.status = 'registered' and c.returns > 0`);
  if (filter.lamp) all.push(lit(context, filter.lamp));
  // What has no date is ordered last, so that the order alone bounds the walk.
  if (filter.dueBefore) all.push(build('c.due_order', '<', filter.dueBefore));
  return build.and(all);
}

/** The same lamp as `lampOf`, of what is still being worked on. */
function lit(context: Context, lamp: 'yellow' | 'red'): Expression<SqlBool> {
  const running = sql`c.is_open and c.status <> 'suspended' and c.finished_at is null`;
  if (lamp === 'red') return sql<SqlBool>`${running} and c.due_at < ${context.now}`;
  const { share, hoursMax } = defaultSla.yellow;
  return sql<SqlBool>`${running} and c.due_at >= ${context.now} and c.due_at
    - least(make_interval(hours => ${hoursMax}::integer), (c.due_at - c.reported_at) * ${share}::float8) < ${context.now}`;
}

/** Instant and id of the row a page begins after; ids are compared as such, so that the index is walked. */
export function placeOf(cursor: string | undefined): { at: string; id: string } | null {
  const values = decodeCursor(cursor, 2);
  if (!values) return null;
  const [at, id] = values.map(String);
  if (!at || Number.isNaN(Date.parse(at)) || !z.uuid().safeParse(id).success)
    throw new Problem('input.cursor', 400);
  return { at, id: String(id) };
}
