import { z } from 'zod';
import { done, id, instant, line, page, paging } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import { deliveryStatuses } from './codes.ts';
import { delivery, notification, notificationPreferences, preferencesInput } from './records.ts';

const yes = z.literal(['true', true]).transform(() => true as const);

export const listNotifications = endpoint({
  name: 'notifications.list',
  method: 'GET',
  path: '/api/notifications',
  summary: 'The caller’s own inbox, newest first.',
  access: 'signed_in',
  query: z.object({ unread: yes.optional(), ...paging }),
  output: page(notification),
});

export const countUnread = endpoint({
  name: 'notifications.unread',
  method: 'GET',
  path: '/api/notifications/unread',
  summary: 'How many notices the caller has not read, up to 100.',
  access: 'signed_in',
  output: z.object({ count: z.number().int() }),
});

export const markRead = endpoint({
  name: 'notifications.mark_read',
  method: 'POST',
  path: '/api/notifications/:notificationId/read',
  summary: 'Marks one notice as read.',
  access: 'signed_in',
  params: z.object({ notificationId: id }),
  output: done,
});

export const markAllRead = endpoint({
  name: 'notifications.mark_all_read',
  method: 'POST',
  path: '/api/notifications/read-all',
  summary: 'Marks as read what had arrived by a moment; what came meanwhile stays unread.',
  access: 'signed_in',
  body: z.object({ until: instant }),
  output: z.object({ count: z.number().int() }),
});

export const readPreferences = endpoint({
  name: 'notifications.preferences',
  method: 'GET',
  path: '/api/notifications/preferences',
  summary: 'What the caller wants to be told, and when not.',
  access: 'signed_in',
  output: notificationPreferences,
});

export const setPreferences = endpoint({
  name: 'notifications.set_preferences',
  method: 'PUT',
  path: '/api/notifications/preferences',
  summary: 'Sets what the caller wants to be told; work and alarms cannot be switched off.',
  access: 'signed_in',
  body: preferencesInput,
  output: notificationPreferences,
});

export const bindWechat = endpoint({
  name: 'notifications.bind_wechat',
  method: 'POST',
  path: '/api/notifications/wechat',
  summary: 'Joins the caller to the service account, with the code WeChat handed to the page.',
  access: 'signed_in',
  body: z.object({ code: line(200) }),
  output: notificationPreferences,
});

export const unbindWechat = endpoint({
  name: 'notifications.unbind_wechat',
  method: 'POST',
  path: '/api/notifications/wechat/unbind',
  summary: 'Takes the caller off the service account.',
  access: 'signed_in',
  output: notificationPreferences,
});

export const listDeliveries = endpoint({
  name: 'notifications.list_deliveries',
  method: 'GET',
  path: '/api/notifications/deliveries',
  summary: 'Texts that left the house or wait to, newest first; without the numbers they go to.',
  access: 'system.read',
  query: z.object({ status: z.enum(deliveryStatuses).optional(), ...paging }),
  output: page(delivery),
});
