// SQL of the orders that an import has opened.
import { type SqlBool, sql } from 'kysely';
import { ordersOpened } from '#contract/cases/events.ts';
import { importStarted } from '#contract/imports/events.ts';
import type { Context } from '#kernel/context.ts';

export interface OpenedSpan {
  /** Account of the importer. */
  by: string;
  since: string;
  until: string;
}

/** Who imports, and up to when people were told, at first from the beginning; null for an import that never began. */
export async function lastTold(
  context: Context,
  importId: string,
): Promise<Omit<OpenedSpan, 'until'> | null> {
  const rows = await context.db
    .selectFrom('events')
    .select(['name', 'at', 'actor_id', 'data'])
    .where('street_id', '=', context.streetId)
    .where('subject_module', '=', 'imports')
    .where('subject_id', '=', importId)
    .where('name', 'in', [importStarted.name, ordersOpened.name])
    .orderBy('id')
    .execute();
  const started = rows.find(({ name }) => name === importStarted.name);
  if (!started?.actor_id) return null;
  const told = rows.findLast(({ name }) => name === ordersOpened.name);
  return { by: started.actor_id, since: told ? ordersOpened.data.parse(told.data).until : started.at };
}

/** Orders that wait, by community; what is dangerous was told by itself. */
export async function ordersByCommunity(context: Context, { by, since, until }: OpenedSpan) {
  const rows = await context.db
    .selectFrom('cases')
    .select(['community_path', (build) => build.fn.countAll<number>().as('count')])
    .where('street_id', '=', context.streetId)
    .where('reported_by', '=', by)
    .where('kind', '=', 'hotline_order')
    .where('is_open', '=', true)
    .where('urgency', '<>', 'critical')
    .where(sql<SqlBool>`id >= ${idAt(since)}::uuid and id < ${idAt(until, 1)}::uuid`)
    .groupBy('community_path')
    .orderBy('community_path')
    .execute();
  return rows.map((row) => ({ areaPath: row.community_path, count: Number(row.count) }));
}

/** The first id of a moment: ids begin with it, to the millisecond (RFC 9562). */
function idAt(instant: string, laterMs = 0): string {
  const hex = (Date.parse(instant) + laterMs).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}
