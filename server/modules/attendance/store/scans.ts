// Scans: who was there, and how that was shown.
import { type Insertable, sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { ScansTable } from '../tables.ts';

export type ScanRow = Awaited<ReturnType<typeof scansOf>>[number];
export type NewScan = Omit<
  Insertable<ScansTable>,
  'street_id' | 'arrived_at' | 'reviewed_by' | 'reviewed_at'
>;

/** The living scans of a session; of some persons only where they are named. */
export async function scansOf(context: Context, sessionId: string, personIds?: readonly string[]) {
  let query = context.db
    .selectFrom('scans')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('session_id', '=', sessionId)
    .where('state', '<>', 'void');
  if (personIds) query = query.where('person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`);
  return await query.orderBy('happened_at').execute();
}

/** Sign-ins of these persons at other sessions that have no sign-out, since a moment. */
export async function openElsewhere(
  context: Context,
  sessionId: string,
  personIds: readonly string[],
  since: Date,
) {
  return await context.db
    .selectFrom('scans as s')
    .select(['s.person_id', 's.session_id'])
    .where('s.street_id', '=', context.streetId)
    .where('s.person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .where('s.happened_at', '>', since.toISOString())
    .where('s.session_id', '<>', sessionId)
    .where('s.direction', '=', 'in')
    .where('s.state', '<>', 'void')
    .where((build) =>
      build.not(
        build.exists(
          build
            .selectFrom('scans as out')
            .select('out.id')
            .where('out.street_id', '=', context.streetId)
            .whereRef('out.session_id', '=', 's.session_id')
            .whereRef('out.person_id', '=', 's.person_id')
            .where('out.direction', '=', 'out')
            .where('out.state', '<>', 'void'),
        ),
      ),
    )
    .execute();
}

/** What came under a nonce before. */
export async function scansByNonce(context: Context, nonce: string): Promise<ScanRow[]> {
  return await context.db
    .selectFrom('scans')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('nonce', '=', nonce)
    .execute();
}

export async function findScan(context: Context, scanId: string) {
  return await context.db
    .selectFrom('scans')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('id', '=', scanId)
    .executeTakeFirst();
}

/** How many persons a device has signed for at a session, and how many of them by other accounts. */
export async function devicePersons(
  context: Context,
  sessionId: string,
  deviceId: string,
  accountId: string,
  besides: readonly string[],
): Promise<{ persons: number; ofOthers: number }> {
  return await context.db
    .selectFrom('scans')
    .select([
      sql<number>`count(distinct person_id)::int`.as('persons'),
      sql<number>`(count(distinct person_id) filter (where account_id <> ${accountId}::uuid))::int`.as(
        'ofOthers',
      ),
    ])
    .where('street_id', '=', context.streetId)
    .where('session_id', '=', sessionId)
    .where('device_id', '=', deviceId)
    .where('way', '=', 'venue_code')
    .where('state', '<>', 'void')
    .where('person_id', '<>', sql<string>`all(${[...besides]}::uuid[])`)
    .executeTakeFirstOrThrow();
}

export async function insertScans(context: Context, rows: readonly NewScan[]): Promise<void> {
  if (rows.length === 0) return;
  const common = {
    street_id: context.streetId,
    arrived_at: context.now,
    reviewed_by: null,
    reviewed_at: null,
  };
  await context.db
    .insertInto('scans')
    .values(rows.map((row) => ({ ...row, ...common })))
    .execute();
}

export async function decideScan(
  context: Context,
  scanId: string,
  state: 'counts' | 'void',
): Promise<boolean> {
  const { numUpdatedRows } = await context.db
    .updateTable('scans')
    .set({ state, reviewed_by: context.actor.accountId, reviewed_at: context.now })
    .where('street_id', '=', context.streetId)
    .where('id', '=', scanId)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Until the end of the transaction nobody else judges scans or hours of these persons. */
export async function takeTurns(context: Context, personIds: readonly string[]): Promise<void> {
  const rows = [...new Set(personIds)].toSorted().map((person_id) => ({
    street_id: context.streetId,
    person_id,
    taken_at: context.now,
  }));
  await context.db
    .insertInto('attendance_turns')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['street_id', 'person_id']).doUpdateSet({ taken_at: context.now }),
    )
    .execute();
}

/** Session → persons in and out. */
export async function countScans(context: Context, sessionIds: readonly string[]) {
  if (sessionIds.length === 0) return new Map<string, { in: number; out: number }>();
  const rows = await context.db
    .selectFrom('scans')
    .select([
      'session_id',
      sql<number>`(count(*) filter (where direction = 'in'))::int`.as('in'),
      sql<number>`(count(*) filter (where direction = 'out'))::int`.as('out'),
    ])
    .where('street_id', '=', context.streetId)
    .where('session_id', '=', sql<string>`any(${[...sessionIds]}::uuid[])`)
    .where('state', '<>', 'void')
    .groupBy('session_id')
    .execute();
  return new Map(rows.map((row) => [row.session_id, row]));
}
