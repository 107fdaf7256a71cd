import * as endpoints from '#contract/notifications/endpoints.ts';
import { type Route, route } from '#kernel/module.ts';
import * as inbox from './service/inbox.ts';
import * as preferences from './service/preferences.ts';

export const notificationsRoutes: readonly Route[] = [
  route(endpoints.countUnread, inbox.countUnread),
  route(endpoints.listNotifications, inbox.listNotifications),
  route(endpoints.markAllRead, inbox.markAllRead),
  route(endpoints.markRead, inbox.markRead),
  route(endpoints.readPreferences, preferences.readPreferences),
  route(endpoints.setPreferences, preferences.setPreferences),
  route(endpoints.bindWechat, preferences.bindWechat),
  route(endpoints.unbindWechat, preferences.unbindWechat),
  route(endpoints.listDeliveries, inbox.listDeliveries),
];
