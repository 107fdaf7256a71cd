// Template messages of a WeChat service account: one POST each, with a token that is asked for once and kept.
import { z } from 'zod';
import type { NoticeFields, TextTemplate } from '#contract/notifications/codes.ts';
import { spokenDate } from '../../rules.ts';
import type { OutgoingText, Sender, Sent } from './sender.ts';

export interface WechatAccount {
  appid: string;
  secret: string;
  /** Template ids that the account was granted. */
  templates: Partial<Record<TextTemplate, string>>;
  /** Address of the API; another one for tests and gateways. */
  api: string;
}

const timeoutMs = 10_000;
const spareMs = 300_000;

const tokenAnswer = z.object({ access_token: z.string(), expires_in: z.number() });
const sendAnswer = z.object({ errcode: z.number() });
const openidAnswer = z.object({ openid: z.string() });

/** The token is no longer good: one new one is asked for. */
const staleToken = [40_001, 40_014, 42_001];
/** Busy, or over the limit of this minute. */
const passing = [-1, 45_009, 45_011];

export interface Wechat extends Sender {
  /** Who opened the page inside WeChat; null when WeChat does not say. */
  openidFor(code: string): Promise<string | null>;
}

export function wechatSender(account: WechatAccount, now: () => number): Wechat {
  let kept: { token: string; until: number } | null = null;

  async function token(): Promise<string> {
    if (kept && kept.until > now()) return kept.token;
    const answer = await post(`${account.api}/cgi-bin/stable_token`, {
      grant_type: 'client_credential',
      appid: account.appid,
      secret: account.secret,
    });
    const { access_token, expires_in } = tokenAnswer.parse(answer);
    kept = { token: access_token, until: now() + expires_in * 1000 - spareMs };
    return access_token;
  }

  async function deliver(text: OutgoingText, templateId: string): Promise<number> {
    const address = new URL('/cgi-bin/message/template/send', account.api);
    address.searchParams.set('access_token', await token());
    const answer = await post(address.href, {
      touser: text.address,
      template_id: templateId,
      ...(text.fields.link ? { url: text.fields.link } : {}),
      data: dataOf(text.fields),
    });
    return sendAnswer.parse(answer).errcode;
  }

  return {
    channel: 'wechat',
    send: async (text) => {
      const templateId = account.templates[text.template];
      if (!templateId) return { sent: false, problem: 'no_template', again: false };
      try {
        let code = await deliver(text, templateId);
        if (staleToken.includes(code)) {
          kept = null;
          code = await deliver(text, templateId);
        }
        return outcome(code);
      } catch (error) {
        return { sent: false, problem: error instanceof Error ? error.name : 'unknown', again: true };
      }
    },
    openidFor: async (code) => {
      const address = new URL('/sns/oauth2/access_token', account.api);
      address.search = new URLSearchParams({
        appid: account.appid,
        secret: account.secret,
        code,
        grant_type: 'authorization_code',
      }).toString();
      const answer = await fetch(address, { signal: AbortSignal.timeout(timeoutMs) });
      const read = openidAnswer.safeParse(await answer.json());
      return read.success ? read.data.openid : null;
    },
  };
}

function outcome(code: number): Sent {
  if (code === 0) return { sent: true };
  return { sent: false, problem: `wechat_${code}`, again: passing.includes(code) };
}

async function post(address: string, body: object): Promise<unknown> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!answer.ok) throw new Error(`WeChat answered ${answer.status}`);
  return await answer.json();
}

/** Fields as the platform's templates name them: a number, a thing, a date. */
function dataOf({ number, unit, due, street }: NoticeFields): Record<string, { value: string }> {
  const data: Record<string, string | undefined> = {
    character_string1: number,
    thing2: unit?.slice(0, 20),
    time3: due && spokenDate(due),
    thing4: street,
  };
  return Object.fromEntries(
    Object.entries(data).flatMap(([name, value]) => (value ? [[name, { value }]] : [])),
  );
}
