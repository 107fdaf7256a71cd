import { sql } from 'kysely';
import type { ActivityState, Category } from '#contract/activities/codes.ts';
import type { ActivityFacts } from '#contract/activities/endpoints.ts';
import type { Context } from '#kernel/context.ts';
import { countMax, decodeCursor } from '#kernel/cursor.ts';
import type { Tables } from '#kernel/database/tables.ts';
import { Problem } from '#kernel/problem.ts';
import { areasWith, inAreas, startingWith } from '#kernel/scope.ts';

export type ActivityRow = Awaited<ReturnType<typeof getActivityRow>>;

/** @throws Problem 404 `input.id_unknown` */
export async function getActivityRow(context: Context, activityId: string) {
  const row = await findActivityRow(context, activityId);
  if (!row) throw new Problem('input.id_unknown', 404);
  return row;
}

export async function findActivityRow(context: Context, activityId: string) {
  return await context.db
    .selectFrom('activities')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('id', '=', activityId)
    .executeTakeFirst();
}

export async function activitiesByIds(context: Context, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, ActivityRow>();
  const rows = await context.db
    .selectFrom('activities')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** What people write, as columns. */
export const factColumns = (facts: ActivityFacts, areaPath: string) => ({
  title: facts.title,
  body: facts.body,
  place: facts.place,
  programme_id: facts.programmeId,
  category: facts.category,
  area_id: facts.areaId,
  area_path: areaPath,
  organiser_id: facts.organiserId,
  age_min: facts.ageMin,
  age_max: facts.ageMax,
  accompanied_below: facts.accompaniedBelow,
  languages: facts.languages,
  is_for: facts.isFor,
  guardian_consent: facts.guardianConsent,
  photos: facts.photos,
  risk_level: facts.riskLevel,
  risk_told: facts.riskTold,
  insurance: facts.insurance,
  agreement: facts.agreement,
  allotment: facts.allotment,
  priority: facts.priority,
  family_cap: facts.familyCap,
  confirm_hours: facts.confirmHours,
});

type Columns = Omit<
  Tables['activities'],
  'street_id' | 'made_at' | 'updated_at' | 'published_at' | 'version' | 'updated_by'
>;

export async function insertActivity(context: Context, columns: Columns): Promise<void> {
  await context.db
    .insertInto('activities')
    .values({
      ...columns,
      street_id: context.streetId,
      made_at: context.now,
      updated_at: context.now,
      updated_by: context.actor.accountId ?? 'system',
      version: 1,
    })
    .execute();
}

/** False when somebody else saved meanwhile. */
export async function updateActivity(
  context: Context,
  activityId: string,
  version: number,
  columns: Partial<Columns> & { published_at?: Date },
): Promise<boolean> {
  const written = await context.db
    .updateTable('activities')
    .set({
      ...columns,
      updated_at: context.now,
      updated_by: context.actor.accountId ?? 'system',
      version: version + 1,
    })
    .where('street_id', '=', context.streetId)
    .where('id', '=', activityId)
    .where('version', '=', version)
    .executeTakeFirst();
  return written.numUpdatedRows === 1n;
}

/** Activities whose sessions have all passed; answers their rows. */
export async function endActivities(context: Context, ids: readonly string[]): Promise<ActivityRow[]> {
  if (ids.length === 0) return [];
  return await context.db
    .updateTable('activities')
    .set({ state: 'ended' })
    .where('street_id', '=', context.streetId)
    .where('id', 'in', [...ids])
    .where('state', '=', 'published')
    .where((build) =>
      build.not(
        build.exists(
          build
            .selectFrom('activity_sessions as s')
            .select('s.id')
            .where('s.street_id', '=', context.streetId)
            .whereRef('s.activity_id', '=', 'activities.id')
            .where('s.state', '=', 'planned'),
        ),
      ),
    )
    .returningAll()
    .execute();
}

export interface ActivityFilter {
  search?: string | undefined;
  state?: ActivityState | undefined;
  category?: Category | undefined;
  programmeId?: string | undefined;
  areaPath?: string | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
  template?: true | undefined;
}

function filtered(context: Context, filter: ActivityFilter) {
  let query = context.db
    .selectFrom('activities as a')
    .where('a.street_id', '=', context.streetId)
    .where('a.template', '=', filter.template ?? false);
  const viewed = areasWith(context.actor, 'activity.read');
  query = filter.template
    ? query.where((build) =>
        build.or([
          inAreas('a.area_path', viewed) as never,
          ...viewed.map((path) => sql<boolean>`starts_with(${path}, a.area_path)`),
        ]),
      )
    : query.where(inAreas('a.area_path', viewed));
  if (filter.search) query = query.where('a.title', 'like', `%${startingWith(filter.search)}`);
  if (filter.state) query = query.where('a.state', '=', filter.state);
  if (filter.category) query = query.where('a.category', '=', filter.category);
  if (filter.programmeId) query = query.where('a.programme_id', '=', filter.programmeId);
  if (filter.areaPath) query = query.where(inAreas('a.area_path', [filter.areaPath]));
  const { from, to } = filter;
  if (from || to)
    query = query.where((build) => {
      let sessions = build
        .selectFrom('activity_sessions as s')
        .select('s.id')
        .where('s.street_id', '=', context.streetId)
        .whereRef('s.activity_id', '=', 'a.id');
      if (from) sessions = sessions.where('s.ends_at', '>', from.toISOString());
      if (to) sessions = sessions.where('s.starts_at', '<', to.toISOString());
      return build.exists(sessions);
    });
  return query;
}

/** Newest first. */
export async function listActivityRows(
  context: Context,
  filter: ActivityFilter & { cursor?: string | undefined; limit: number },
) {
  let query = filtered(context, filter).selectAll('a');
  const after = decodeCursor(filter.cursor, 2);
  if (after) {
    const [madeAt, id] = after;
    query = query.where(
      sql<boolean>`(a.made_at, a.id) < (${String(madeAt)}::timestamptz, ${String(id)}::uuid)`,
    );
  }
  return await query
    .orderBy('a.made_at', 'desc')
    .orderBy('a.id', 'desc')
    .limit(filter.limit + 1)
    .execute();
}

export async function countActivities(context: Context, filter: ActivityFilter): Promise<number> {
  const counted = await context.db
    .selectFrom(
      filtered(context, filter)
        .select('a.id')
        .limit(countMax + 1)
        .as('found'),
    )
    .select((build) => build.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return counted.count;
}

export interface BrowseFilter {
  age?: number | undefined;
  from: Date;
  to?: Date | undefined;
  category?: Category | undefined;
  programmeId?: string | undefined;
  /** Of places on the way from the street down to this one, and below it. */
  around?: string | undefined;
}

function browsing(context: Context, filter: BrowseFilter) {
  let query = context.db
    .selectFrom('activity_sessions as s')
    .innerJoin('activities as a', (join) =>
      join.onRef('a.street_id', '=', 's.street_id').onRef('a.id', '=', 's.activity_id'),
    )
    .where('s.street_id', '=', context.streetId)
    .where('a.street_id', '=', context.streetId)
    .where('a.state', '=', 'published')
    .where('a.kind', '=', 'activity')
    .where('s.state', '=', 'planned')
    .where('s.starts_at', '>', filter.from.toISOString());
  if (filter.to) query = query.where('s.starts_at', '<', filter.to.toISOString());
  if (filter.category) query = query.where('a.category', '=', filter.category);
  if (filter.programmeId) query = query.where('a.programme_id', '=', filter.programmeId);
  const { age, around } = filter;
  if (age !== undefined)
    query = query.where(
      sql<boolean>`coalesce(a.age_min, 0) <= ${age} and coalesce(a.age_max, 200) >= ${age}`,
    );
  if (around)
    query = query.where(
      sql<boolean>`(starts_with(${around}, a.area_path) or starts_with(a.area_path, ${around}))`,
    );
  return query;
}

/** Sessions that are still to come, the nearest first. */
export async function browseRows(
  context: Context,
  filter: BrowseFilter & { cursor?: string | undefined; limit: number },
) {
  let query = browsing(context, filter).select(['s.id', 's.activity_id', 's.starts_at']);
  const after = decodeCursor(filter.cursor, 2);
  if (after) {
    const [startsAt, id] = after;
    query = query.where(
      sql<boolean>`(s.starts_at, s.id) > (${String(startsAt)}::timestamptz, ${String(id)}::uuid)`,
    );
  }
  return await query
    .orderBy('s.starts_at')
    .orderBy('s.id')
    .limit(filter.limit + 1)
    .execute();
}

export async function countBrowsed(context: Context, filter: BrowseFilter): Promise<number> {
  const counted = await context.db
    .selectFrom(
      browsing(context, filter)
        .select('s.id')
        .limit(countMax + 1)
        .as('found'),
    )
    .select((build) => build.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return counted.count;
}
