// SQL of the cases that everybody may know of: those that came from outside, and those that were published.
import { type SqlBool, sql } from 'kysely';
import { terminals } from '#contract/cases/machine.ts';
import type { Context } from '#kernel/context.ts';

export interface OutsideFilter {
  /** These and no others; the rest of the filter is not asked then. */
  ids: readonly string[] | null;
  matterCodes: readonly string[];
  isOpen: boolean | null;
  reportedFrom: string;
  reportedTo: string;
  updatedFrom: string | null;
  updatedTo: string | null;
  limit: number;
  offset: number;
}

export type OutsideRow = Awaited<ReturnType<typeof outsideRows>>[number];

export async function outsideRows(context: Context, filter: OutsideFilter) {
  const { db, streetId } = context;
  const found = ids(context, filter);
  return await db
    .with('found', () => found)
    .selectFrom('found')
    .innerJoin('cases as c', 'c.id', 'found.case_id')
    .innerJoin('case_steps as s', (join) =>
      join.onRef('s.case_id', '=', 'c.id').onRef('s.seq', '=', 'c.steps'),
    )
    .leftJoin('case_publications as p', (join) =>
      join.on('p.street_id', '=', streetId).onRef('p.case_id', '=', 'c.id'),
    )
    .where('c.street_id', '=', streetId)
    .where('s.street_id', '=', streetId)
    .where(changedWithin(filter))
    .select([
      'found.request_id',
      'c.status',
      'c.matter_code',
      'c.lead_name',
      'c.reported_at',
      'c.closed_at',
      'c.due_at',
      's.at as updated_at',
      'p.asked',
      'p.done',
      'p.community_id',
    ])
    .orderBy('c.reported_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute();
}

/** Both kinds under the name they are known by outside. */
function ids({ db, streetId }: Context, filter: OutsideFilter) {
  const own = db
    .selectFrom('cases as c')
    .where('c.street_id', '=', streetId)
    .where('c.channel', '=', 'open311')
    .where(filter.ids ? among('c.id', filter.ids) : within(filter))
    .select(['c.id as case_id', 'c.id as request_id']);
  const published = db
    .selectFrom('case_publications as p')
    .innerJoin('cases as c', 'c.id', 'p.case_id')
    .where('p.street_id', '=', streetId)
    .where('c.street_id', '=', streetId)
    .where('c.channel', '<>', 'open311')
    .where(filter.ids ? among('p.id', filter.ids) : within(filter))
    .$if(filter.ids === null, (query) =>
      query.where('p.reported_at', '>=', filter.reportedFrom).where('p.reported_at', '<=', filter.reportedTo),
    )
    .select(['p.case_id', 'p.id as request_id']);
  return own.unionAll(published);
}

const among = (column: string, ids: readonly string[]) =>
  sql<SqlBool>`${sql.ref(column)} = any(${ids}::uuid[])`;

function within({ reportedFrom, reportedTo, matterCodes, isOpen }: OutsideFilter) {
  const parts = [
    sql<SqlBool>`c.reported_at between ${reportedFrom}::timestamptz and ${reportedTo}::timestamptz`,
  ];
  if (matterCodes.length > 0) parts.push(sql<SqlBool>`c.matter_code = any(${matterCodes}::text[])`);
  if (isOpen !== null) parts.push(sql<SqlBool>`(c.status = any(${terminals}::text[])) = ${!isOpen}::boolean`);
  return sql<SqlBool>`(${sql.join(parts, sql` and `)})`;
}

function changedWithin({ ids, updatedFrom, updatedTo }: OutsideFilter) {
  if (ids) return sql<SqlBool>`true`;
  return sql<SqlBool>`(${updatedFrom}::timestamptz is null or s.at >= ${updatedFrom}::timestamptz)
    and (${updatedTo}::timestamptz is null or s.at <= ${updatedTo}::timestamptz)`;
}
