import { type Selectable, sql } from 'kysely';
import type { CallStatus } from '#contract/calls/codes.ts';
import type { Context } from '#kernel/context.ts';
import { counted, decodeCursor } from '#kernel/cursor.ts';
import type { Tables } from '#kernel/database/tables.ts';

export type CallRow = Selectable<Tables['calls']>;

const calls = (context: Context) =>
  context.db.selectFrom('calls').selectAll('calls').where('calls.street_id', '=', context.streetId);

export async function findCall(context: Context, callId: string): Promise<CallRow | undefined> {
  return await calls(context).where('id', '=', callId).executeTakeFirst();
}

export async function lockCall(context: Context, callId: string): Promise<CallRow | undefined> {
  return await calls(context).where('id', '=', callId).forUpdate().executeTakeFirst();
}

export async function callsByIds(context: Context, ids: readonly string[]): Promise<CallRow[]> {
  if (ids.length === 0) return [];
  return await calls(context)
    .where('id', 'in', [...ids])
    .execute();
}

export async function insertCall(context: Context, row: Omit<CallRow, 'street_id'>): Promise<void> {
  await context.db
    .insertInto('calls')
    .values({ street_id: context.streetId, ...row })
    .execute();
}

export async function changeCall(
  context: Context,
  callId: string,
  change: Partial<Pick<CallRow, 'status' | 'came_count' | 'result' | 'end_reason' | 'title' | 'why'>> & {
    ended_at: Date;
  },
): Promise<void> {
  await context.db
    .updateTable('calls')
    .set((is) => ({ ...change, version: is('version', '+', 1) }))
    .where('street_id', '=', context.streetId)
    .where('id', '=', callId)
    .execute();
}

/** Calls that reach into or lie around the places looked at; open ones first, then the newest. */
export async function listCallRows(
  context: Context,
  viewed: readonly string[],
  filter: { status?: CallStatus | undefined; cursor?: string | undefined; limit: number },
) {
  const after = decodeCursor(filter.cursor, 3);
  const open = sql<number>`(status = 'open')::int`;
  return await calls(context)
    .select([open.as('is_open'), counted])
    .where(
      sql<boolean>`exists (select 1 from unnest(area_paths || area_path) as p(path), unnest(${[...viewed]}::text[]) as v(path)
        where starts_with(p.path, v.path) or starts_with(v.path, p.path))`,
    )
    .$if(filter.status !== undefined, (query) => query.where('status', '=', filter.status ?? 'open'))
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(${open}, issued_at, id) < (${after?.[0]}::int, ${after?.[1]}::timestamptz, ${after?.[2]}::uuid)`,
      ),
    )
    .orderBy(open, 'desc')
    .orderBy('issued_at', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit + 1)
    .execute();
}

export async function listOver(context: Context, limit: number): Promise<CallRow[]> {
  return await calls(context)
    .where('status', '=', 'open')
    .where('ends_at', '<=', context.now.toISOString())
    .orderBy('ends_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
}

export async function movePaths(context: Context, fromPath: string, toPath: string): Promise<void> {
  const tail = fromPath.length + 1;
  for (const table of ['calls', 'duty_shifts'])
    await sql`
      update ${sql.table(table)} set area_path = ${toPath} || substr(area_path, ${tail}::int)
      where street_id = ${context.streetId} and starts_with(area_path, ${fromPath})`.execute(context.db);
  await sql`
    update calls set area_paths = array(
      select case when starts_with(p, ${fromPath}) then ${toPath} || substr(p, ${tail}::int) else p end
      from unnest(area_paths) as p)
    where street_id = ${context.streetId}
      and exists (select 1 from unnest(area_paths) as p where starts_with(p, ${fromPath}))`.execute(
    context.db,
  );
}
