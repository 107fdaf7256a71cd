import { type Selectable, sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { counted, decodeCursor } from '#kernel/cursor.ts';
import type { Tables } from '#kernel/database/tables.ts';
import { inAreas } from '#kernel/scope.ts';

export type NeedRow = Selectable<Tables['help_needs']>;

const needs = (context: Context) =>
  context.db.selectFrom('help_needs').selectAll().where('street_id', '=', context.streetId);

export async function findNeed(context: Context, needId: string): Promise<NeedRow | undefined> {
  return await needs(context).where('id', '=', needId).executeTakeFirst();
}

/** Two leaders who claim at once are one after the other. */
export async function lockNeed(context: Context, needId: string): Promise<NeedRow | undefined> {
  return await needs(context).where('id', '=', needId).forUpdate().executeTakeFirst();
}

export async function insertNeed(context: Context, row: Omit<NeedRow, 'street_id'>): Promise<void> {
  await context.db
    .insertInto('help_needs')
    .values({ street_id: context.streetId, ...row })
    .execute();
}

export async function changeNeed(
  context: Context,
  needId: string,
  change: Partial<Pick<NeedRow, 'status' | 'team_id' | 'result'>>,
): Promise<void> {
  await context.db
    .updateTable('help_needs')
    .set((is) => ({ ...change, version: is('version', '+', 1) }))
    .where('street_id', '=', context.streetId)
    .where('id', '=', needId)
    .execute();
}

export async function listNeedRows(
  context: Context,
  communityId: string | null,
  paths: readonly string[],
  paging: { cursor?: string | undefined; limit: number },
): Promise<(NeedRow & { counted: number })[]> {
  const after = decodeCursor(paging.cursor, 2);
  return await needs(context)
    .select(counted)
    .where((is) => is.or([sql<boolean>`community_id = ${communityId}::uuid`, inAreas('area_path', paths)]))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(posted_at, id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy('posted_at', 'desc')
    .orderBy('id', 'desc')
    .limit(paging.limit + 1)
    .execute();
}
