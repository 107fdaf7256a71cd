import type { DeliveryRecord, NotificationRecord } from '#contract/notifications/records.ts';
import { phraseNotice, phraseText } from './rules.ts';
import type { DeliveryRow } from './store/deliveries.ts';
import type { NotificationRow } from './store/notifications.ts';

export const viewNotification = (row: NotificationRow): NotificationRecord => ({
  notificationId: row.id,
  at: row.at,
  kind: row.kind,
  notice: row.notice,
  ...phraseNotice(row.notice, row.fields),
  subject: { module: row.subject_module, id: row.subject_id },
  readAt: row.read_at,
});

export const viewDelivery = (row: DeliveryRow): DeliveryRecord => ({
  deliveryId: row.id,
  at: row.at,
  channel: row.channel,
  template: row.template,
  text: phraseText(row.template, row.fields),
  status: row.status,
  attempts: row.attempts,
  nextAt: row.next_at,
  problem: row.problem,
  doneAt: row.done_at,
});
