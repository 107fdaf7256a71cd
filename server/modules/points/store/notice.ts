// SQL of points under public notice, of objections, and of grants by hand.
import type { Insertable } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { counted, decodeCursor } from '#kernel/cursor.ts';
import type { Tables } from '#kernel/database/tables.ts';

type Paging = { cursor?: string | undefined; limit: number };

/** Points under notice with what earned them; `accountIds` narrows to some receivers. */
export async function listNoticeRows(
  context: Context,
  { cursor, limit }: Paging,
  accountIds?: readonly string[],
) {
  if (accountIds?.length === 0) return [];
  const place = decodeCursor(cursor, 2);
  let query = context.db
    .selectFrom('points_holds as h')
    .leftJoin('points_earnings as e', (join) =>
      join.onRef('e.street_id', '=', 'h.street_id').onRef('e.transfer_id', '=', 'h.id'),
    )
    .select(['h.id', 'h.payee', 'h.amount', 'h.made_at', 'h.due_at', 'e.source', 'e.title', counted])
    .where('h.street_id', '=', context.streetId)
    .where('h.kind', '=', 'notice')
    .where('h.state', '=', 'pending')
    .orderBy('h.due_at')
    .orderBy('h.id')
    .limit(limit + 1);
  if (accountIds) query = query.where('h.payee', 'in', [...accountIds]);
  if (place)
    query = query.where((eb) =>
      eb(eb.refTuple('h.due_at', 'h.id'), '>', eb.tuple(String(place[0]), String(place[1]))),
    );
  return await query.execute();
}
export type NoticeRow = Awaited<ReturnType<typeof listNoticeRows>>[number];

export async function findNotice(context: Context, holdId: string) {
  return await context.db
    .selectFrom('points_holds')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('id', '=', holdId)
    .where('kind', '=', 'notice')
    .executeTakeFirst();
}

/** Notices that are over and that nobody's open objection keeps back. */
export async function dueNotices(context: Context, limit: number): Promise<string[]> {
  const rows = await context.db
    .selectFrom('points_holds as h')
    .select('h.id')
    .where('h.street_id', '=', context.streetId)
    .where('h.kind', '=', 'notice')
    .where('h.state', '=', 'pending')
    .where('h.due_at', '<=', context.now.toISOString())
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('points_objections as o')
            .select('o.id')
            .where('o.street_id', '=', context.streetId)
            .whereRef('o.hold_id', '=', 'h.id')
            .where('o.state', '=', 'open'),
        ),
      ),
    )
    .orderBy('h.due_at')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** What a hold under notice has become. */
export async function markEarning(context: Context, holdId: string, outcome: string, amount?: number) {
  await context.db
    .updateTable('points_earnings')
    .set({ outcome, ...(amount === undefined ? {} : { amount }) })
    .where('street_id', '=', context.streetId)
    .where('transfer_id', '=', holdId)
    .execute();
}

export async function insertObjection(context: Context, holdId: string, by: string, text: string) {
  await context.db
    .insertInto('points_objections')
    .values({
      street_id: context.streetId,
      id: context.newId(),
      hold_id: holdId,
      text,
      state: 'open',
      made_by: by,
      made_at: context.now,
      decided_by: null,
      decided_by_name: null,
      decided_at: null,
      decision: null,
    })
    .execute();
}

export async function myObjections(context: Context, holdIds: readonly string[], by: string) {
  if (holdIds.length === 0) return new Set<string>();
  const rows = await context.db
    .selectFrom('points_objections')
    .select('hold_id')
    .where('street_id', '=', context.streetId)
    .where('made_by', '=', by)
    .where('hold_id', 'in', [...holdIds])
    .execute();
  return new Set(rows.map(({ hold_id }) => hold_id));
}

const objections = (context: Context) =>
  context.db
    .selectFrom('points_objections as o')
    .innerJoin('points_holds as h', (join) =>
      join.onRef('h.street_id', '=', 'o.street_id').onRef('h.id', '=', 'o.hold_id'),
    )
    .leftJoin('points_earnings as e', (join) =>
      join.onRef('e.street_id', '=', 'h.street_id').onRef('e.transfer_id', '=', 'h.id'),
    )
    .selectAll('o')
    .select(['h.payee', 'h.amount', 'h.due_at', 'e.source', 'e.title'])
    .where('o.street_id', '=', context.streetId)
    .where('h.street_id', '=', context.streetId);

/** Accounts that were to get points somebody objected to. */
export async function objectedPayees(context: Context): Promise<string[]> {
  const rows = await context.db
    .selectFrom('points_objections as o')
    .innerJoin('points_holds as h', (join) =>
      join.onRef('h.street_id', '=', 'o.street_id').onRef('h.id', '=', 'o.hold_id'),
    )
    .select('h.payee')
    .distinct()
    .where('o.street_id', '=', context.streetId)
    .where('h.street_id', '=', context.streetId)
    .execute();
  return rows.map(({ payee }) => payee);
}

/** Objections to points for these accounts, the undecided ones first. */
export async function listObjectionRows(
  context: Context,
  { cursor, limit }: Paging,
  payees: readonly string[],
) {
  if (payees.length === 0) return [];
  const place = decodeCursor(cursor, 3);
  let query = objections(context)
    .select(counted)
    .where('h.payee', 'in', [...payees])
    .orderBy((eb) => eb('o.state', '<>', 'open'))
    .orderBy('o.made_at')
    .orderBy('o.id')
    .limit(limit + 1);
  if (place)
    query = query.where((eb) =>
      eb(
        eb.tuple(eb('o.state', '<>', 'open'), eb.ref('o.made_at'), eb.ref('o.id')),
        '>',
        eb.tuple(place[0] === 1, String(place[1]), String(place[2])),
      ),
    );
  return await query.execute();
}
export type ObjectionRow = Omit<Awaited<ReturnType<typeof listObjectionRows>>[number], 'counted'>;

export async function findObjection(context: Context, objectionId: string) {
  return await objections(context).where('o.id', '=', objectionId).executeTakeFirst();
}

export async function decideObjectionRow(
  context: Context,
  id: string,
  set: { state: string; decision: string; decided_by: string | null; decided_by_name: string },
): Promise<boolean> {
  const { numUpdatedRows } = await context.db
    .updateTable('points_objections')
    .set({ ...set, decided_at: context.now })
    .where('street_id', '=', context.streetId)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

type NewRequest = Omit<Insertable<Tables['points_requests']>, 'street_id' | 'made_at' | 'version'>;

export async function insertRequest(context: Context, request: NewRequest): Promise<void> {
  await context.db
    .insertInto('points_requests')
    .values({ ...request, street_id: context.streetId, made_at: context.now, version: 1 })
    .execute();
}

export async function listRequestRows(
  context: Context,
  { cursor, limit, state }: Paging & { state?: string | undefined },
) {
  const place = decodeCursor(cursor, 2);
  let query = context.db
    .selectFrom('points_requests')
    .selectAll()
    .select(counted)
    .where('street_id', '=', context.streetId)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (state) query = query.where('state', '=', state);
  if (place)
    query = query.where((eb) =>
      eb(eb.refTuple('made_at', 'id'), '<', eb.tuple(String(place[0]), String(place[1]))),
    );
  return await query.execute();
}
export type RequestRow = Omit<Awaited<ReturnType<typeof listRequestRows>>[number], 'counted'>;

export async function findRequest(context: Context, requestId: string) {
  return await context.db
    .selectFrom('points_requests')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('id', '=', requestId)
    .executeTakeFirst();
}

export async function decideRequestRow(
  context: Context,
  { id, version }: Pick<RequestRow, 'id' | 'version'>,
  set: {
    state: string;
    decision: string;
    decided_by: string | null;
    decided_by_name: string;
    transfer_id: string | null;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await context.db
    .updateTable('points_requests')
    .set({ ...set, decided_at: context.now, version: version + 1 })
    .where('street_id', '=', context.streetId)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Keeps what the daily check found. */
export async function keepCheck(context: Context, broken: { rule: string; subject: string | null }[]) {
  await context.db
    .insertInto('points_checks')
    .values({
      street_id: context.streetId,
      id: context.newId(),
      at: context.now,
      violations: JSON.stringify(broken.slice(0, 50)),
    })
    .execute();
}

export async function lastCheck(context: Context) {
  return await context.db
    .selectFrom('points_checks')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
}
