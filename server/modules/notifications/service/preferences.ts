import type { InputOf } from '#contract/define.ts';
import type * as endpoints from '#contract/notifications/endpoints.ts';
import { preferencesSet, wechatBound, wechatUnbound } from '#contract/notifications/events.ts';
import type { NotificationPreferences } from '#contract/notifications/records.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { openidOf, removeOpenids, saveOpenid } from '#modules/identity/index.ts';
import { usualQuiet } from '../rules.ts';
import { preferencesOfMany, savePreferences } from '../store/preferences.ts';
import { ownAccount } from './inbox.ts';
import { wechatOf } from './senders/senders.ts';

export async function readPreferences(context: Context): Promise<NotificationPreferences> {
  const accountId = ownAccount(context);
  const own = (await preferencesOfMany(context, [accountId])).get(accountId);
  return {
    ...(own ?? { muted: [], texts: true, ...usualQuiet, version: 0 }),
    wechat: await wechatState(context, accountId),
  };
}

export async function setPreferences(
  context: Context,
  input: InputOf<typeof endpoints.setPreferences>,
): Promise<NotificationPreferences> {
  const accountId = ownAccount(context);
  await savePreferences(context, accountId, { ...input, muted: [...new Set(input.muted)] });
  await context.emit({
    name: preferencesSet.name,
    subject: { module: 'notifications', id: accountId },
    data: { muted: input.muted, texts: input.texts },
  });
  return await readPreferences(context);
}

async function wechatState(context: Context, accountId: string): Promise<NotificationPreferences['wechat']> {
  const wechat = wechatOf(context);
  if (!wechat) return { offered: false, bound: false, authorizeUrl: null };
  const bound = (await openidOf(context, accountId, wechat.account.appid)) !== null;
  return { offered: true, bound, authorizeUrl: authorizeUrl(context, wechat.account.appid) };
}

/** The page that WeChat opens to ask who is there; only inside WeChat. */
function authorizeUrl(context: Context, appid: string): string | null {
  const { PUBLIC_URL } = context.services.config;
  if (!PUBLIC_URL) return null;
  const address = new URL('https://open.weixin.qq.com/connect/oauth2/authorize');
  address.search = new URLSearchParams({
    appid,
    redirect_uri: new URL('/m/inbox', PUBLIC_URL).href,
    response_type: 'code',
    scope: 'snsapi_base',
  }).toString();
  address.hash = 'wechat_redirect';
  return address.href;
}

/** @throws Problem 409 `notification.wechat_off`, `notification.wechat_refused` */
export async function bindWechat(
  context: Context,
  { code }: InputOf<typeof endpoints.bindWechat>,
): Promise<NotificationPreferences> {
  const accountId = ownAccount(context);
  const wechat = wechatOf(context);
  if (!wechat) throw new Problem('notification.wechat_off', 409);
  const openid = await wechat.sender.openidFor(code).catch(() => null);
  if (!openid) throw new Problem('notification.wechat_refused', 409);
  await saveOpenid(context, { accountId, appid: wechat.account.appid, openid });
  await context.emit({
    name: wechatBound.name,
    subject: { module: 'notifications', id: accountId },
    data: {},
  });
  return await readPreferences(context);
}

export async function unbindWechat(context: Context): Promise<NotificationPreferences> {
  const accountId = ownAccount(context);
  const wechat = wechatOf(context);
  if (!wechat) throw new Problem('notification.wechat_off', 409);
  await removeOpenids(context, accountId, wechat.account.appid);
  await context.emit({
    name: wechatUnbound.name,
    subject: { module: 'notifications', id: accountId },
    data: {},
  });
  return await readPreferences(context);
}
