import { type Selectable, sql } from 'kysely';
import type { AskStatus } from '#contract/mutualhelp/codes.ts';
import type { Context } from '#kernel/context.ts';
import { counted, decodeCursor } from '#kernel/cursor.ts';
import type { Tables } from '#kernel/database/tables.ts';
import { inAreas } from '#kernel/scope.ts';

export type AskRow = Selectable<Tables['help_asks']>;
interface Paging {
  cursor?: string | undefined;
  limit: number;
}

const asks = (context: Context) =>
  context.db
    .selectFrom('help_asks')
    .selectAll('help_asks')
    .where('help_asks.street_id', '=', context.streetId);

export async function findAsk(context: Context, askId: string): Promise<AskRow | undefined> {
  return await asks(context).where('id', '=', askId).executeTakeFirst();
}

/** The same, kept from others until this transaction ends: two who agree at once are one after the other. */
export async function lockAsk(context: Context, askId: string): Promise<AskRow | undefined> {
  return await asks(context).where('id', '=', askId).forUpdate().executeTakeFirst();
}

export async function insertAsk(context: Context, row: Omit<AskRow, 'street_id'>): Promise<void> {
  await context.db
    .insertInto('help_asks')
    .values({ street_id: context.streetId, ...row })
    .execute();
}

export async function changeAsk(
  context: Context,
  askId: string,
  change: Partial<Pick<AskRow, 'status' | 'thanks' | 'hidden_reason'>> & { settled_at?: Date },
): Promise<void> {
  await context.db
    .updateTable('help_asks')
    .set((is) => ({ ...change, version: is('version', '+', 1) }))
    .where('street_id', '=', context.streetId)
    .where('id', '=', askId)
    .execute();
}

interface Viewer {
  personId: string;
  communityId: string;
  home: { entrance: string | null; building: string | null; estate: string | null };
}

/** 0 in the same entrance, 1 in the building, 2 in the estate, 3 elsewhere in the community. */
const awayFrom = ({ entrance, building, estate }: Viewer['home']) => sql<number>`case
  when starts_with(home_path, ${entrance}::text) then 0
  when starts_with(home_path, ${building}::text) then 1
  when starts_with(home_path, ${estate}::text) then 2
  else 3 end`;

/** Open asks of the viewer's community that are still ahead, the nearest first, without those of the viewer. */
export async function listBoard(context: Context, { personId, communityId, home }: Viewer, paging: Paging) {
  const after = decodeCursor(paging.cursor, 3);
  const away = awayFrom(home);
  return await asks(context)
    .select(away.as('away'))
    .where('community_id', '=', communityId)
    .where('status', '=', 'open')
    .where('asker_id', '!=', personId)
    .where('ends_at', '>', context.now.toISOString())
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(${away}, starts_at, id) > (${after?.[0]}::int, ${after?.[1]}::timestamptz, ${after?.[2]}::uuid)`,
      ),
    )
    .orderBy('away')
    .orderBy('starts_at')
    .orderBy('id')
    .limit(paging.limit + 1)
    .execute();
}

/** What a person asked for or pledged to, the newest first. */
export async function listMine(context: Context, personId: string, paging: Paging) {
  const after = decodeCursor(paging.cursor, 2);
  return await asks(context)
    .where((is) =>
      is.or([
        is('asker_id', '=', personId),
        is.exists(
          is
            .selectFrom('help_pledges')
            .select('help_pledges.id')
            .where('help_pledges.street_id', '=', context.streetId)
            .whereRef('help_pledges.ask_id', '=', 'help_asks.id')
            .where('help_pledges.helper_id', '=', personId),
        ),
      ]),
    )
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(asked_at, id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(paging.limit + 1)
    .execute();
}

export async function countLive(context: Context, personId: string): Promise<number> {
  const { count } = await context.db
    .selectFrom('help_asks')
    .select((build) => build.fn.countAll<number>().as('count'))
    .where('street_id', '=', context.streetId)
    .where('asker_id', '=', personId)
    .where('status', 'in', ['open', 'matched'])
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** For the desk: those with an open report first, then the newest. */
export async function listForDesk(
  context: Context,
  paths: readonly string[],
  filter: Paging & { status?: AskStatus | undefined },
) {
  const after = decodeCursor(filter.cursor, 3);
  const reported = sql<number>`(exists (select 1 from help_reports r
    where r.street_id = ${context.streetId} and r.ask_id = help_asks.id and r.closed_at is null))::int`;
  return await asks(context)
    .select([reported.as('reported'), counted])
    .where(inAreas('help_asks.area_path', paths))
    .$if(filter.status !== undefined, (query) => query.where('status', '=', filter.status ?? 'open'))
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(${reported}, asked_at, id) < (${after?.[0]}::int, ${after?.[1]}::timestamptz, ${after?.[2]}::uuid)`,
      ),
    )
    .orderBy(reported, 'desc')
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit + 1)
    .execute();
}

/** Live asks whose end has come; those agreed on have the days for thanks. */
export async function listDue(context: Context, thanksDays: number, limit: number) {
  const now = context.now.toISOString();
  return await asks(context)
    .where(
      sql<boolean>`(status = 'open' and ends_at <= ${now}::timestamptz)
        or (status = 'matched' and ends_at + make_interval(days => ${thanksDays}) <= ${now}::timestamptz)`,
    )
    .where('status', 'in', ['open', 'matched'])
    .orderBy('ends_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
}

export async function movePaths(context: Context, fromPath: string, toPath: string): Promise<void> {
  const move = (table: string, column: string) =>
    sql`
      update ${sql.table(table)}
      set ${sql.ref(column)} = ${toPath} || substr(${sql.ref(column)}, ${fromPath.length + 1}::int)
      where street_id = ${context.streetId} and ${inAreas(column, [fromPath])}`.execute(context.db);
  for (const table of ['help_asks', 'help_teams', 'help_needs']) await move(table, 'area_path');
  for (const table of ['help_asks', 'help_offers']) await move(table, 'home_path');
}
