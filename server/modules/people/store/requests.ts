// SQL on the requests that somebody decides: access to a minor, erasure, correction. Led by the street.
import { type Insertable, type Selectable, sql } from 'kysely';
import type { RequestStatus } from '#contract/people/codes.ts';
import type { Context } from '#kernel/context.ts';
import { cutPage, decodeCursor } from '#kernel/cursor.ts';
import { sqlState } from '#kernel/database/transaction.ts';
import { Problem } from '#kernel/problem.ts';
import { inAreas } from '#kernel/scope.ts';
import type { CorrectionRequestsTable, ErasureRequestsTable, MinorAccessRequestsTable } from '../tables.ts';

export type MinorAccessRow = Selectable<MinorAccessRequestsTable>;
export type ErasureRow = Selectable<ErasureRequestsTable>;
export type CorrectionRow = Selectable<CorrectionRequestsTable>;

type RequestTable = 'minor_access_requests' | 'erasure_requests' | 'correction_requests';
interface RowOf {
  minor_access_requests: MinorAccessRow;
  erasure_requests: ErasureRow;
  correction_requests: CorrectionRow;
}
interface NewRowOf {
  minor_access_requests: Insertable<MinorAccessRequestsTable>;
  erasure_requests: Insertable<ErasureRequestsTable>;
  correction_requests: Insertable<CorrectionRequestsTable>;
}
type Undecided = 'street_id' | 'id' | 'requested_at' | 'requested_by' | 'ends_at' | keyof DecisionColumns;
interface DecisionColumns {
  status: RequestStatus;
  decided_by: string | null;
  decided_by_name: string | null;
  decided_at: unknown;
  decision_reason: string | null;
}

const asked = {
  status: 'requested',
  decided_by: null,
  decided_by_name: null,
  decided_at: null,
  decision_reason: null,
};

/** @throws Problem 409 `open` where the same request waits already. */
export async function insertRequest<T extends RequestTable>(
  context: Context,
  table: T,
  open: string,
  values: Omit<NewRowOf[T], Undecided>,
): Promise<RowOf[T]> {
  const row = {
    ...values,
    ...asked,
    street_id: context.streetId,
    id: context.newId(),
    requested_by: context.actor.accountId,
    requested_at: context.now,
  };
  try {
    const inserted = await context.db
      .insertInto(table as 'erasure_requests')
      .values(row as unknown as Insertable<ErasureRequestsTable>)
      .returningAll()
      .executeTakeFirstOrThrow();
    return inserted as unknown as RowOf[T];
  } catch (error) {
    if (sqlState(error) === '23505') throw new Problem(open, 409);
    throw error;
  }
}

/** @throws Problem 404 `input.id_unknown`, also for a request of another street. */
export async function getRequest<T extends RequestTable>(
  context: Context,
  table: T,
  id: string,
): Promise<RowOf[T]> {
  const row = await context.db
    .selectFrom(table as 'erasure_requests')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new Problem('input.id_unknown', 404);
  return row as unknown as RowOf[T];
}

/** Requests about one person, the newest first. */
export async function requestsAbout<T extends RequestTable>(
  context: Context,
  table: T,
  personId: string,
): Promise<RowOf[T][]> {
  const rows = await context.db
    .selectFrom(table as 'erasure_requests')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('person_id', '=', personId)
    .orderBy('id', 'desc')
    .limit(50)
    .execute();
  return rows as unknown as RowOf[T][];
}

/** Requests below the paths and, where asked, the viewer's own; the newest first. */
export async function listRequests<T extends RequestTable>(
  context: Context,
  table: T,
  filter: {
    paths: readonly string[];
    own: boolean;
    status?: RequestStatus | undefined;
    cursor?: string | undefined;
    limit: number;
  },
) {
  const after = decodeCursor(filter.cursor, 1);
  const place = inAreas('area_path', filter.paths);
  const base = context.db
    .selectFrom(table as 'erasure_requests')
    .where('street_id', '=', context.streetId)
    .where((is) =>
      filter.own ? is.or([place, is('requested_by', '=', context.actor.accountId ?? '')]) : place,
    )
    .$if(filter.status !== undefined, (query) => query.where('status', '=', filter.status ?? 'requested'));
  const rows = await base
    .$if(after !== null, (query) => query.where('id', '<', String(after?.[0])))
    .selectAll()
    .orderBy('id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  const { count } = await base.select(sql<number>`count(*)`.as('count')).executeTakeFirstOrThrow();
  const page = cutPage(rows, filter.limit, (row) => [row.id]);
  return { ...page, rows: page.rows as unknown as RowOf[T][], total: count };
}

/** Decides an open request; undefined when it had been decided meanwhile. */
export async function closeRequest<T extends RequestTable>(
  context: Context,
  table: T,
  id: string,
  decision: { status: 'approved' | 'declined'; reason: string; endsAt?: Date },
): Promise<RowOf[T] | undefined> {
  const row = await context.db
    .updateTable(table as 'minor_access_requests')
    .set({
      status: decision.status,
      decided_by: context.actor.accountId,
      decided_by_name: context.actor.displayName,
      decided_at: context.now,
      decision_reason: decision.reason,
      ...(decision.endsAt ? { ends_at: decision.endsAt } : {}),
    })
    .where('street_id', '=', context.streetId)
    .where('id', '=', id)
    .where('status', '=', 'requested')
    .returningAll()
    .executeTakeFirst();
  return row as unknown as RowOf[T] | undefined;
}

/** The viewer's latest request about a minor. */
export async function ownMinorAccess(
  context: Context,
  personId: string,
): Promise<MinorAccessRow | undefined> {
  if (!context.actor.accountId) return undefined;
  return await context.db
    .selectFrom('minor_access_requests')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('person_id', '=', personId)
    .where('requested_by', '=', context.actor.accountId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}
