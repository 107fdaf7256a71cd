// SQL of tariffs and rules: which deed earns by which rule now.
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';

export interface RuleInForce {
  id: string;
  version: number;
  programme_id: string;
  title: string;
  points: number;
  per: number;
  day_cap: number | null;
  year_cap: number | null;
  notice_days: number;
  approval_above: number | null;
}

/** The rule in force for a deed: the line of its programme, else the general one. */
export async function ruleFor(
  context: Context,
  source: string,
  activityProgrammeId: string | null,
): Promise<RuleInForce | undefined> {
  const tariff = await context.db
    .selectFrom('points_tariffs')
    .select('rule_id')
    .where('street_id', '=', context.streetId)
    .where('source', '=', source)
    .where('until_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('activity_programme_id', 'is', null),
        ...(activityProgrammeId ? [eb('activity_programme_id', '=', activityProgrammeId)] : []),
      ]),
    )
    .orderBy(sql`activity_programme_id is null`)
    .executeTakeFirst();
  return tariff ? await ruleNow(context, tariff.rule_id) : undefined;
}

/** The newest version of a rule. */
export async function ruleNow(context: Context, ruleId: string): Promise<RuleInForce | undefined> {
  return await context.db
    .selectFrom('points_rules')
    .select([
      'id',
      'version',
      'programme_id',
      'title',
      'points',
      'per',
      'day_cap',
      'year_cap',
      'notice_days',
      'approval_above',
    ])
    .where('street_id', '=', context.streetId)
    .where('id', '=', ruleId)
    .orderBy('version', 'desc')
    .executeTakeFirst();
}

/** What the caps leave an account today; null where nothing limits. */
export async function capLeft(
  context: Context,
  rule: Pick<RuleInForce, 'id' | 'version'>,
  accountId: string,
): Promise<number | null> {
  const { streetId, now } = context;
  const { rows } = await sql<{ left_today: number | null }>`
    select points_cap_left(${streetId}, r, ${accountId}, ${now}) as left_today from points_rules r
    where r.street_id = ${streetId} and r.id = ${rule.id} and r.version = ${rule.version}`.execute(
    context.db,
  );
  return rows[0]?.left_today ?? null;
}

/** All versions of all rules, rule by rule, the newest version first. */
export async function listRuleRows(context: Context) {
  return await context.db
    .selectFrom('points_rules as r')
    .innerJoin('points_programmes as p', (join) =>
      join.onRef('p.street_id', '=', 'r.street_id').onRef('p.id', '=', 'r.programme_id'),
    )
    .selectAll('r')
    .select('p.name as programme')
    .where('r.street_id', '=', context.streetId)
    .where('p.street_id', '=', context.streetId)
    .orderBy('r.id')
    .orderBy('r.version', 'desc')
    .execute();
}
export type RuleRow = Awaited<ReturnType<typeof listRuleRows>>[number];

export async function tariffsInForce(context: Context) {
  return await context.db
    .selectFrom('points_tariffs')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('until_at', 'is', null)
    .orderBy('source')
    .execute();
}

/** Ends the line in force and begins another; none where the deed is to earn nothing. */
export async function replaceTariff(
  context: Context,
  tariff: { source: string; activityProgrammeId: string | null; ruleId: string | null; by: string },
): Promise<void> {
  await context.db
    .updateTable('points_tariffs')
    .set({ until_at: context.now })
    .where('street_id', '=', context.streetId)
    .where('source', '=', tariff.source)
    .where('activity_programme_id', 'is not distinct from', tariff.activityProgrammeId)
    .where('until_at', 'is', null)
    .execute();
  if (!tariff.ruleId) return;
  await context.db
    .insertInto('points_tariffs')
    .values({
      street_id: context.streetId,
      id: context.newId(),
      source: tariff.source,
      activity_programme_id: tariff.activityProgrammeId,
      rule_id: tariff.ruleId,
      from_at: context.now,
      until_at: null,
      made_by: tariff.by,
    })
    .execute();
}

/** Deeds between two instants that were judged, in the order in which they happened. */
export async function deedsBetween(context: Context, from: Date, until: Date) {
  return await context.db
    .selectFrom('points_earnings')
    .select(['source', 'account_id', 'quantity', 'amount', 'happened_at'])
    .where('street_id', '=', context.streetId)
    .where('happened_at', '>=', from.toISOString())
    .where('happened_at', '<', until.toISOString())
    .where('outcome', 'not in', ['reversed', 'refused'])
    .orderBy('happened_at')
    .orderBy('id')
    .execute();
}
