// Reads over the street's trail; nothing here writes it.
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { personalDataEvents } from '#contract/audit/sentences.ts';
import { addDays, instantOn } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { countMax, decodeCursor } from '#kernel/cursor.ts';
import type { Tables } from '#kernel/database/tables.ts';
import { areasWith, inAreas } from '#kernel/scope.ts';
import { readsWholeStreet } from '../policy.ts';

export interface EventFilter {
  actor?: string | undefined;
  actorId?: string | undefined;
  name?: string | undefined;
  module?: string | undefined;
  subjectId?: string | undefined;
  areaPath?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  personalData?: true | undefined;
}

export type EventRow = Awaited<ReturnType<typeof listEventRows>>[number];

/** Newest first, one row more than `limit`, each with its link in the chain. */
export async function listEventRows(
  context: Context,
  filter: EventFilter,
  page: { cursor?: string | undefined; limit: number },
) {
  let query = withSeal(context).where((build) => matching(context, build, filter));
  const after = decodeCursor(page.cursor, 2);
  if (after)
    query = query.where(sql<SqlBool>`(e.at, e.id::text) < (${String(after[0])}::timestamptz, ${after[1]})`);
  return await query
    .orderBy('e.at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(page.limit + 1)
    .execute();
}

export async function findEventRow(context: Context, eventId: string): Promise<EventRow | undefined> {
  return await withSeal(context).where('e.id', '=', eventId).executeTakeFirst();
}

function withSeal(context: Context) {
  return context.db
    .selectFrom('events as e')
    .leftJoin('event_seals as s', (join) =>
      join.onRef('s.street_id', '=', 'e.street_id').onRef('s.event_id', '=', 'e.id'),
    )
    .selectAll('e')
    .select(['s.seq', 's.previous_hash', 's.hash', 's.sealed_at'])
    .where('e.street_id', '=', context.streetId);
}

export async function countEvents(context: Context, filter: EventFilter): Promise<number> {
  const counted = await context.db
    .selectFrom((from) =>
      from
        .selectFrom('events as e')
        .select('e.id')
        .where('e.street_id', '=', context.streetId)
        .where((build) => matching(context, build, filter))
        .limit(countMax + 1)
        .as('found'),
    )
    .select((build) => build.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return counted.count;
}

type Build = ExpressionBuilder<Tables & { e: Tables['events'] }, 'e'>;

function matching(context: Context, build: Build, filter: EventFilter): Expression<SqlBool> {
  const conditions = [inScope(context, build)];
  if (filter.actor) conditions.push(build('e.actor_name', 'like', `%${escaped(filter.actor)}%`));
  if (filter.actorId) conditions.push(build('e.actor_id', '=', filter.actorId));
  if (filter.name)
    conditions.push(
      filter.name.includes('.')
        ? build('e.name', '=', filter.name)
        : build('e.name', 'like', `${escaped(filter.name)}.%`),
    );
  if (filter.module) conditions.push(build('e.subject_module', '=', filter.module));
  if (filter.subjectId) conditions.push(build('e.subject_id', '=', filter.subjectId));
  if (filter.areaPath) conditions.push(inAreas('e.area_path', [filter.areaPath]));
  if (filter.from) conditions.push(build('e.at', '>=', instantOn(filter.from).toISOString()));
  if (filter.to) conditions.push(build('e.at', '<', instantOn(addDays(filter.to, 1)).toISOString()));
  if (filter.personalData) conditions.push(build('e.name', 'in', [...personalDataEvents]));
  return build.and(conditions);
}

function inScope(context: Context, build: Build): Expression<SqlBool> {
  const within = inAreas('e.area_path', areasWith(context.actor, 'audit.read'));
  return readsWholeStreet(context.actor, context.streetId)
    ? build.or([within, build('e.area_path', 'is', null)])
    : within;
}

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
