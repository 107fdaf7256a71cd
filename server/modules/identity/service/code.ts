import { timingSafeEqual } from 'node:crypto';
import type { InputOf, OutputOf } from '#contract/define.ts';
import type { sendCode } from '#contract/identity/endpoints.ts';
import type { Context } from '#kernel/context.ts';
import { oneTimeCode } from '#kernel/password/codes.ts';
import { Problem } from '#kernel/problem.ts';
import { limits, localDay } from '../rules.ts';
import { phoneIndex } from '../store/accounts.ts';
import { deleteCode, findCode, saveCode, takeAttempt } from '../store/codes.ts';

/** Makes a code; a reaction sends it after commit, so that no text goes out for a request that failed. */
export async function requestCode(
  context: Context,
  { phone }: InputOf<typeof sendCode>,
): Promise<OutputOf<typeof sendCode>> {
  const index = phoneIndex(context, phone);
  const sentTodayCount = await refuseTooMany(context, index);

  const code = oneTimeCode();
  const { crypto } = context.services;
  await saveCode(context, {
    phoneIndex: index,
    phoneCipher: crypto.encrypt(phone),
    codeCipher: crypto.encrypt(code),
    codeHash: hashCode(context, index, code),
    sentTodayCount: sentTodayCount + 1,
  });
  await context.emit({
    name: 'identity.code_requested',
    subject: { module: 'identity', id: index.slice(0, 16) },
    data: { phoneIndex: index },
  });
  const after = (ms: number) => new Date(context.now.getTime() + ms).toISOString();
  return {
    expiresAt: after(limits.codeMinutes * 60_000),
    resendAt: after(limits.codeResendSeconds * 1000),
    demoCode: context.street.demo && context.services.config.JIA_DEMO !== 'off' ? code : null,
  };
}

/** How many codes this phone has had today; refuses the hasty and the flood. */
async function refuseTooMany(context: Context, index: string): Promise<number> {
  const earlier = await findCode(context, index);
  if (!earlier) return 0;
  const age = (context.now.getTime() - Date.parse(earlier.created_at)) / 1000;
  if (age < limits.codeResendSeconds && earlier.attempts_left > 0) {
    throw new Problem('code.too_soon', 429, { seconds: Math.ceil(limits.codeResendSeconds - age) });
  }
  const today = localDay(new Date(earlier.created_at)) === localDay(context.now);
  if (today && earlier.sent_today_count >= limits.codesPerDay) throw new Problem('code.too_many', 429);
  return today ? earlier.sent_today_count : 0;
}

/** Accepts a code once, within five attempts and five minutes. A wrong attempt counts even though it is refused. */
export async function spendCode(context: Context, phone: string, code: string): Promise<void> {
  const index = phoneIndex(context, phone);
  const open = await context.apart((own) => takeAttempt(own, index));
  if (!open) throw new Problem('code.expired', 401);
  const given = hashCode(context, index, code);
  if (!timingSafeEqual(Buffer.from(given), Buffer.from(open.code_hash))) {
    throw new Problem('code.wrong', 401, { left: open.attempts_left });
  }
  if (!(await deleteCode(context, index, given))) throw new Problem('code.expired', 401);
}

function hashCode(context: Context, index: string, code: string): string {
  return context.services.crypto.sign('sign_in_code', `${index}\n${code}`);
}
