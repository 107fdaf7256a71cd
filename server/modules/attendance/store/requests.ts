// What waits for a second person, and proofs of service.
import { type Insertable, type SqlBool, sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { decodeCursor } from '#kernel/cursor.ts';
import { areasWith, inAreas } from '#kernel/scope.ts';
import type { HourRequestsTable } from '../tables.ts';

export type RequestRow = NonNullable<Awaited<ReturnType<typeof findRequest>>>;
type Undecided =
  | 'street_id'
  | 'asked_at'
  | 'wished_at'
  | 'decided_by'
  | 'decided_by_name'
  | 'decided_at'
  | 'decision_reason';

export async function findRequest(context: Context, requestId: string) {
  return await context.db
    .selectFrom('hour_requests')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('id', '=', requestId)
    .forUpdate()
    .executeTakeFirst();
}

/** False when one about the same person and session waits already. */
export async function insertRequest(
  context: Context,
  row: Omit<Insertable<HourRequestsTable>, Undecided>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await context.db
    .insertInto('hour_requests')
    .values({
      ...row,
      street_id: context.streetId,
      asked_at: context.now,
      wished_at: row.wished_by ? context.now : null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function decideRequest(
  context: Context,
  requestId: string,
  state: 'confirmed' | 'declined',
  reason: string | null,
): Promise<void> {
  await context.db
    .updateTable('hour_requests')
    .set({
      state,
      decided_by: context.actor.accountId,
      decided_by_name: context.actor.displayName,
      decided_at: context.now,
      decision_reason: reason,
    })
    .where('street_id', '=', context.streetId)
    .where('id', '=', requestId)
    .execute();
}

/** What residents asked for about these persons, also what was decided; the newest first. */
export async function wishesOf(context: Context, personIds: readonly string[]): Promise<RequestRow[]> {
  if (personIds.length === 0) return [];
  return await context.db
    .selectFrom('hour_requests')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .where('wished_by', 'is not', null)
    .orderBy('wished_at', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute();
}

/** What was asked becomes a correction that waits for its second signature. False when one waits already. */
export async function takeUp(
  context: Context,
  row: RequestRow,
  set: { minutes: number; reason: string },
): Promise<boolean> {
  const { numUpdatedRows } = await context.db
    .updateTable('hour_requests')
    .set({
      ...set,
      state: 'waiting',
      asked_by: context.actor.accountId ?? '',
      asked_by_person: context.actor.personId,
      asked_by_name: context.actor.displayName,
      asked_at: context.now,
    })
    .where('street_id', '=', context.streetId)
    .where('id', '=', row.id)
    .where('state', '=', 'asked')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('hour_requests as other')
            .select('other.id')
            .where('other.street_id', '=', context.streetId)
            .where('other.state', '=', 'waiting')
            .where('other.kind', '=', 'correction')
            .where('other.session_id', '=', row.session_id)
            .where('other.person_id', '=', row.person_id),
        ),
      ),
    )
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** One row more than `limit`, the oldest first. */
export async function listWaiting(
  context: Context,
  filter: { sessionId?: string | undefined },
  page: { cursor?: string | undefined; limit: number },
) {
  let query = context.db
    .selectFrom('hour_requests')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('state', 'in', ['asked', 'waiting'])
    .where(inAreas('area_path', areasWith(context.actor, 'activity.read')));
  if (filter.sessionId) query = query.where('session_id', '=', filter.sessionId);
  const after = decodeCursor(page.cursor, 2);
  if (after)
    query = query.where(sql<SqlBool>`(asked_at, id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`);
  return await query
    .orderBy('asked_at')
    .orderBy('id')
    .limit(page.limit + 1)
    .execute();
}

export type CertificateRow = NonNullable<Awaited<ReturnType<typeof findCertificate>>>;

export async function insertCertificate(
  context: Context,
  row: Omit<CertificateRow, 'street_id' | 'issued_at'>,
): Promise<void> {
  await context.db
    .insertInto('certificates')
    .values({ ...row, street_id: context.streetId, issued_at: context.now })
    .execute();
}

export async function findCertificate(context: Context, id: string) {
  return await context.db
    .selectFrom('certificates')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function findByCode(context: Context, code: string) {
  return await context.db
    .selectFrom('certificates')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('code', '=', code)
    .executeTakeFirst();
}

export async function certificatesOf(
  context: Context,
  personIds: readonly string[],
): Promise<CertificateRow[]> {
  if (personIds.length === 0) return [];
  return await context.db
    .selectFrom('certificates')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .orderBy('issued_at', 'desc')
    .limit(100)
    .execute();
}
