// The ways out that this deployment has configured; none is there unless it was.
import { type TextChannel, type TextTemplate, textTemplates } from '#contract/notifications/codes.ts';
import type { Config } from '#kernel/config.ts';
import type { Context } from '#kernel/context.ts';
import type { Services } from '#kernel/services.ts';
import { outboxSender } from './outbox.ts';
import type { Sender } from './sender.ts';
import { smsSender } from './sms.ts';
import { type Wechat, type WechatAccount, wechatSender } from './wechat.ts';

const wechats = new WeakMap<Services, Wechat>();

export function wechatOf({ services }: Context): { account: WechatAccount; sender: Wechat } | null {
  const account = wechatAccount(services.config);
  if (!account) return null;
  const sender = wechats.get(services) ?? wechatSender(account, () => services.clock.now().getTime());
  wechats.set(services, sender);
  return { account, sender };
}

export function senderFor(context: Context, channel: TextChannel): Sender | null {
  if (channel === 'wechat') return wechatOf(context)?.sender ?? null;
  if (channel === 'sms') return hasSms(context) ? smsSender(context.services.messenger) : null;
  return context.street.demo ? outboxSender : null;
}

export const hasSms = ({ services }: Context): boolean => services.config.SMS_WEBHOOK !== undefined;

function wechatAccount(config: Config): WechatAccount | null {
  const { WECHAT_APP_ID: appid, WECHAT_APP_SECRET: secret, WECHAT_TEMPLATES, WECHAT_API: api } = config;
  return appid && secret ? { appid, secret, api, templates: templatesOf(WECHAT_TEMPLATES ?? '') } : null;
}

/** `case_received=AbC,case_answered=dEf` */
function templatesOf(text: string): Partial<Record<TextTemplate, string>> {
  const pairs = text.split(',').map((pair) => pair.split('='));
  return Object.fromEntries(
    pairs.flatMap(([name, id]) =>
      id && textTemplates.some((template) => template === name?.trim()) ? [[name?.trim(), id.trim()]] : [],
    ),
  );
}
