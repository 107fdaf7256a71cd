import { z } from 'zod';
import { event } from '#contract/define.ts';
import { mutableKinds } from './codes.ts';

export const preferencesSet = event(
  'notification.preferences_set',
  z.object({ muted: z.array(z.enum(mutableKinds)), texts: z.boolean() }),
);
export const wechatBound = event('notification.wechat_bound', z.object({}));
export const wechatUnbound = event('notification.wechat_unbound', z.object({}));
