import { sql } from 'kysely';
import type { CallAnswer, CallSkill } from '#contract/calls/codes.ts';
import type { Context } from '#kernel/context.ts';

/** Everybody a call is addressed to, in one statement. */
export async function insertTargets(
  context: Context,
  callId: string,
  people: ReadonlyMap<string, string>,
): Promise<void> {
  await sql`
    insert into call_targets (street_id, call_id, person_id, account_id, is_standby)
    select ${context.streetId}, ${callId}, person, account, false
    from unnest(${[...people.keys()]}::uuid[], ${[...people.values()]}::uuid[]) as t(person, account)`.execute(
    context.db,
  );
}

export async function lockTarget(context: Context, callId: string, personId: string) {
  return await context.db
    .selectFrom('call_targets')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('call_id', '=', callId)
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst();
}

export async function targetsOf(context: Context, personId: string, since: Date) {
  return await context.db
    .selectFrom('call_targets')
    .innerJoin('calls', (join) =>
      join
        .onRef('calls.street_id', '=', 'call_targets.street_id')
        .onRef('calls.id', '=', 'call_targets.call_id'),
    )
    .selectAll('call_targets')
    .where('call_targets.street_id', '=', context.streetId)
    .where('call_targets.person_id', '=', personId)
    .where('calls.issued_at', '>=', since.toISOString())
    .orderBy('calls.issued_at', 'desc')
    .limit(50)
    .execute();
}

export async function saveAnswer(
  context: Context,
  callId: string,
  personId: string,
  given: { answer: CallAnswer; sign_up_id: string | null; is_standby: boolean },
): Promise<void> {
  await context.db
    .updateTable('call_targets')
    .set({ ...given, answered_at: context.now })
    .where('street_id', '=', context.streetId)
    .where('call_id', '=', callId)
    .where('person_id', '=', personId)
    .execute();
}

/** Call → how many come; a call to which nobody has said yes is missing. */
export async function comingCounts(
  context: Context,
  callIds: readonly string[],
): Promise<Map<string, number>> {
  if (callIds.length === 0) return new Map();
  const rows = await context.db
    .selectFrom('call_targets')
    .select(['call_id', (build) => build.fn.countAll<number>().as('count')])
    .where('street_id', '=', context.streetId)
    .where('call_id', 'in', [...callIds])
    .where('answer', '=', 'coming')
    .groupBy('call_id')
    .execute();
  return new Map(rows.map((row) => [row.call_id, Number(row.count)]));
}

export async function comingOf(context: Context, callId: string) {
  return await context.db
    .selectFrom('call_targets')
    .select(['person_id', 'account_id', 'is_standby'])
    .where('street_id', '=', context.streetId)
    .where('call_id', '=', callId)
    .where('answer', '=', 'coming')
    .orderBy('answered_at')
    .execute();
}

export async function accountsOfCall(context: Context, callId: string): Promise<string[]> {
  const rows = await context.db
    .selectFrom('call_targets')
    .select('account_id')
    .where('street_id', '=', context.streetId)
    .where('call_id', '=', callId)
    .execute();
  return rows.map((row) => row.account_id);
}

export async function skillsOf(context: Context, personId: string): Promise<CallSkill[]> {
  const row = await context.db
    .selectFrom('call_skills')
    .select('skills')
    .where('street_id', '=', context.streetId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row?.skills ?? [];
}

export async function saveSkills(context: Context, personId: string, skills: CallSkill[]): Promise<void> {
  const columns = { skills, updated_at: context.now };
  await context.db
    .insertInto('call_skills')
    .values({ street_id: context.streetId, person_id: personId, ...columns })
    .onConflict((conflict) => conflict.columns(['street_id', 'person_id']).doUpdateSet(columns))
    .execute();
}

/** Who of them can do any of it. */
export async function skilledAmong(
  context: Context,
  personIds: readonly string[],
  skills: readonly CallSkill[],
): Promise<Set<string>> {
  const rows = await context.db
    .selectFrom('call_skills')
    .select('person_id')
    .where('street_id', '=', context.streetId)
    .where('person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .where(sql<boolean>`skills && ${[...skills]}::text[]`)
    .execute();
  return new Set(rows.map((row) => row.person_id));
}

export async function forgetPerson(context: Context, personId: string): Promise<void> {
  for (const table of ['call_targets', 'call_skills'] as const)
    await context.db
      .deleteFrom(table)
      .where('street_id', '=', context.streetId)
      .where('person_id', '=', personId)
      .execute();
}
