// Keys of venues and members, and who is on duty.
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';

export type OccurrenceRow = NonNullable<Awaited<ReturnType<typeof findOccurrence>>>;

export async function findOccurrence(context: Context, sessionId: string) {
  return await context.db
    .selectFrom('occurrence_keys')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('session_id', '=', sessionId)
    .executeTakeFirst();
}

export async function findByOccurrence(context: Context, occurrence: string) {
  return await context.db
    .selectFrom('occurrence_keys')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('occurrence', '=', occurrence)
    .executeTakeFirst();
}

/** False when somebody was faster; then their key stands. */
export async function insertOccurrence(
  context: Context,
  row: Pick<OccurrenceRow, 'session_id' | 'occurrence' | 'secret_cipher' | 'area_path'> & { closes_at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await context.db
    .insertInto('occurrence_keys')
    .values({ ...row, street_id: context.streetId, opened_at: context.now, destroyed_at: null })
    .onConflict((conflict) => conflict.columns(['street_id', 'session_id']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Destroys the keys whose time is over; answers the sessions. */
export async function destroyKeys(context: Context) {
  return await context.db
    .updateTable('occurrence_keys')
    .set({ secret_cipher: null, destroyed_at: context.now })
    .where('street_id', '=', context.streetId)
    .where('secret_cipher', 'is not', null)
    .where('closes_at', '<', context.now.toISOString())
    .returning(['session_id', 'area_path'])
    .execute();
}

export async function destroyMemberKeys(context: Context): Promise<void> {
  await context.db
    .updateTable('member_keys')
    .set({ secret_cipher: null })
    .where('street_id', '=', context.streetId)
    .where('secret_cipher', 'is not', null)
    .where('ends_at', '<', context.now.toISOString())
    .execute();
}

export async function dutyOf(context: Context, sessionId: string) {
  return await context.db
    .selectFrom('venue_duty')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('session_id', '=', sessionId)
    .execute();
}

export async function noteDuty(
  context: Context,
  duty: { sessionId: string; accountId: string; staff: boolean; offsetMs: number },
): Promise<void> {
  const values = {
    street_id: context.streetId,
    session_id: duty.sessionId,
    account_id: duty.accountId,
    person_id: context.actor.personId,
    staff: duty.staff,
    screen_offset_ms: duty.offsetMs,
    opened_at: context.now,
    seen_at: context.now,
  };
  await context.db
    .insertInto('venue_duty')
    .values(values)
    .onConflict((conflict) =>
      conflict
        .columns(['street_id', 'session_id', 'account_id'])
        .doUpdateSet({ screen_offset_ms: duty.offsetMs, seen_at: context.now }),
    )
    .execute();
}

export type MemberKeyRow = NonNullable<Awaited<ReturnType<typeof findMemberKey>>>;

export async function findMemberKey(context: Context, pseudonym: string) {
  return await context.db
    .selectFrom('member_keys')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('pseudonym', '=', pseudonym)
    .executeTakeFirst();
}

export async function memberKeyOn(context: Context, personId: string, deviceId: string) {
  return await context.db
    .selectFrom('member_keys')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('person_id', '=', personId)
    .where('device_id', '=', deviceId)
    .executeTakeFirst();
}

export async function liveKeysOf(context: Context, personIds: readonly string[]): Promise<MemberKeyRow[]> {
  if (personIds.length === 0) return [];
  return await context.db
    .selectFrom('member_keys')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .where('secret_cipher', 'is not', null)
    .where('revoked_at', 'is', null)
    .where('ends_at', '>', context.now.toISOString())
    .execute();
}

export async function insertMemberKey(
  context: Context,
  row: Omit<MemberKeyRow, 'street_id' | 'last_step' | 'given_at' | 'ends_at' | 'revoked_at'> & {
    ends_at: Date;
  },
): Promise<void> {
  await context.db
    .insertInto('member_keys')
    .values({ ...row, street_id: context.streetId, last_step: null, given_at: context.now, revoked_at: null })
    .execute();
}

export async function renewMemberKey(
  context: Context,
  id: string,
  set: { serial: number; ends_at: Date; account_id: string } & Partial<
    Pick<MemberKeyRow, 'secret_cipher' | 'last_step' | 'pseudonym' | 'key_id' | 'revoked_at'>
  >,
): Promise<void> {
  await context.db
    .updateTable('member_keys')
    .set(set)
    .where('street_id', '=', context.streetId)
    .where('id', '=', id)
    .execute();
}

export async function noteStep(context: Context, id: string, step: number): Promise<void> {
  await context.db
    .updateTable('member_keys')
    .set({ last_step: step })
    .where('street_id', '=', context.streetId)
    .where('id', '=', id)
    .execute();
}

const hourOf = (now: Date) => new Date(Math.floor(now.getTime() / 3_600_000) * 3_600_000);

export async function wrongTries(context: Context, accountId: string): Promise<number> {
  const row = await context.db
    .selectFrom('attendance_tries')
    .select('wrong')
    .where('street_id', '=', context.streetId)
    .where('account_id', '=', accountId)
    .where('hour', '=', hourOf(context.now).toISOString())
    .executeTakeFirst();
  return row?.wrong ?? 0;
}

export async function noteWrongTry(context: Context, accountId: string): Promise<void> {
  await context.db
    .insertInto('attendance_tries')
    .values({ street_id: context.streetId, account_id: accountId, hour: hourOf(context.now), wrong: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['street_id', 'account_id', 'hour'])
        .doUpdateSet({ wrong: sql<number>`attendance_tries.wrong + 1` }),
    )
    .execute();
}
