// One's own inbox, and what one wants to be told.
import type { InputOf, OutputOf } from '#contract/define.ts';
import type * as endpoints from '#contract/notifications/endpoints.ts';
import type { Context } from '#kernel/context.ts';
import { cutPage, totalOf } from '#kernel/cursor.ts';
import { Problem } from '#kernel/problem.ts';
import { listDeliveryRows } from '../store/deliveries.ts';
import { countUnreadRows, findNotification, listNotificationRows, markRows } from '../store/notifications.ts';
import { viewDelivery, viewNotification } from '../view.ts';

/** An inbox belongs to an account; the system has none. */
export const ownAccount = ({ actor }: Context): string => {
  if (!actor.accountId) throw new Problem('session.missing', 401);
  return actor.accountId;
};

export async function listNotifications(
  context: Context,
  input: InputOf<typeof endpoints.listNotifications>,
): Promise<OutputOf<typeof endpoints.listNotifications>> {
  const rows = await listNotificationRows(context, ownAccount(context), input);
  const page = cutPage(rows, input.limit, (row) => [row.at, row.id]);
  return {
    items: page.rows.map(viewNotification),
    nextCursor: page.nextCursor,
    total: totalOf(input.cursor, rows),
  };
}

const unreadMax = 100;

export async function countUnread(context: Context): Promise<OutputOf<typeof endpoints.countUnread>> {
  return { count: await countUnreadRows(context, ownAccount(context), unreadMax) };
}

export async function markRead(
  context: Context,
  { notificationId }: InputOf<typeof endpoints.markRead>,
): Promise<OutputOf<typeof endpoints.markRead>> {
  const accountId = ownAccount(context);
  if (!(await findNotification(context, accountId, notificationId)))
    throw new Problem('notification.not_yours', 404);
  await markRows(context, accountId, { id: notificationId });
  return { done: true };
}

export async function markAllRead(
  context: Context,
  { until }: InputOf<typeof endpoints.markAllRead>,
): Promise<OutputOf<typeof endpoints.markAllRead>> {
  return { count: await markRows(context, ownAccount(context), { until }) };
}

export async function listDeliveries(
  context: Context,
  input: InputOf<typeof endpoints.listDeliveries>,
): Promise<OutputOf<typeof endpoints.listDeliveries>> {
  const rows = await listDeliveryRows(context, input);
  const page = cutPage(rows, input.limit, (row) => [row.at, row.id]);
  return {
    items: page.rows.map(viewDelivery),
    nextCursor: page.nextCursor,
    total: totalOf(input.cursor, rows),
  };
}
