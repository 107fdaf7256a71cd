import { sql } from 'kysely';
import type { Notice, NoticeFields, NotificationKind } from '#contract/notifications/codes.ts';
import type { Context } from '#kernel/context.ts';
import { counted, decodeCursor } from '#kernel/cursor.ts';

export type NotificationRow = Omit<Awaited<ReturnType<typeof listNotificationRows>>[number], 'counted'>;

export interface NewNotices {
  accountIds: readonly string[];
  eventId: string;
  kind: NotificationKind;
  notice: Notice;
  fields: NoticeFields;
  subject: { module: string; id: string };
}

/** One line for each account; who was told of this event already is not told again. */
export async function insertNotices(context: Context, given: NewNotices): Promise<void> {
  if (given.accountIds.length === 0) return;
  await context.db
    .insertInto('notifications')
    .values(
      given.accountIds.map((accountId) => ({
        street_id: context.streetId,
        id: context.newId(),
        account_id: accountId,
        event_id: given.eventId,
        kind: given.kind,
        notice: given.notice,
        fields: JSON.stringify(given.fields),
        subject_module: given.subject.module,
        subject_id: given.subject.id,
        at: context.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The same for a whole street in one statement. */
export async function insertNoticesAtOnce(context: Context, given: NewNotices): Promise<void> {
  const ids = given.accountIds.map(() => context.newId());
  await sql`
    insert into notifications
      (street_id, id, account_id, event_id, kind, notice, fields, subject_module, subject_id, at)
    select ${context.streetId}, id, account, ${given.eventId}, ${given.kind}, ${given.notice},
      ${JSON.stringify(given.fields)}::jsonb, ${given.subject.module}, ${given.subject.id}, ${context.now.toISOString()}
    from unnest(${ids}::uuid[], ${[...given.accountIds]}::uuid[]) as told(id, account)
    on conflict do nothing`.execute(context.db);
}

export async function listNotificationRows(
  context: Context,
  accountId: string,
  filter: { unread?: true | undefined; cursor?: string | undefined; limit: number },
) {
  const after = decodeCursor(filter.cursor, 2);
  return await context.db
    .selectFrom('notifications')
    .selectAll()
    .select(counted)
    .where('street_id', '=', context.streetId)
    .where('account_id', '=', accountId)
    .$if(filter.unread === true, (query) => query.where('read_at', 'is', null))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(at, id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit + 1)
    .execute();
}

/** Unread lines, counted to `limit` and no further. */
export async function countUnreadRows(context: Context, accountId: string, limit: number): Promise<number> {
  const { count } = await context.db
    .selectFrom((from) =>
      from
        .selectFrom('notifications')
        .select('id')
        .where('street_id', '=', context.streetId)
        .where('account_id', '=', accountId)
        .where('read_at', 'is', null)
        .limit(limit)
        .as('unread'),
    )
    .select((build) => build.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export async function findNotification(context: Context, accountId: string, notificationId: string) {
  return await context.db
    .selectFrom('notifications')
    .select('id')
    .where('street_id', '=', context.streetId)
    .where('account_id', '=', accountId)
    .where('id', '=', notificationId)
    .executeTakeFirst();
}

/** How many became read: one of them, or all up to a moment. */
export async function markRows(
  context: Context,
  accountId: string,
  which: { id: string } | { until: string },
): Promise<number> {
  const update = context.db
    .updateTable('notifications')
    .set({ read_at: context.now })
    .where('street_id', '=', context.streetId)
    .where('account_id', '=', accountId)
    .where('read_at', 'is', null);
  const written = await ('id' in which
    ? update.where('id', '=', which.id)
    : update.where('at', '<=', which.until)
  ).executeTakeFirst();
  return Number(written.numUpdatedRows);
}

/** Takes away old lines, at most `limit` at a time. */
export async function deleteOldRows(
  context: Context,
  olderThan: { read: Date; any: Date },
  limit: number,
): Promise<number> {
  const deleted = await sql`
    delete from notifications where street_id = ${context.streetId} and id in (
      select id from notifications
      where street_id = ${context.streetId}
        and (at < ${olderThan.any.toISOString()} or (read_at is not null and at < ${olderThan.read.toISOString()}))
      order by at limit ${limit})`.execute(context.db);
  return Number(deleted.numAffectedRows ?? 0);
}
