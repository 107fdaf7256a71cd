import { randomInt } from 'node:crypto';
import type { InputOf, OutputOf } from '#contract/define.ts';
import type { changePassword, confirmSecondFactor, resetPassword } from '#contract/identity/endpoints.ts';
import type { Context } from '#kernel/context.ts';
import { totpSecret, totpUri, verifyTotp } from '#kernel/password/codes.ts';
import { passwordFaults } from '#kernel/password/faults.ts';
import { hashPassword, verifyPassword } from '#kernel/password/hash.ts';
import { Problem } from '#kernel/problem.ts';
import { accountRights } from '../policy.ts';
import {
  type AccountRow,
  changeAccountRow,
  getAccount,
  recentPasswords,
  savePassword,
} from '../store/accounts.ts';
import { deleteSessionsOf } from '../store/sessions.ts';
import { accountFacts } from '../view.ts';

export async function changeOwnPassword(
  context: Context,
  input: InputOf<typeof changePassword>,
): Promise<{ done: true }> {
  const account = await getAccount(context, context.actor.accountId ?? '');
  if (!account.password_hash || !(await verifyPassword(account.password_hash, input.current))) {
    throw new Problem('password.wrong', 403);
  }
  await refuseWeak(context, account, input.next);

  await savePassword(context, account.id, await hashPassword(input.next), false);
  await deleteSessionsOf(context, account.id, context.actor.sessionId);
  await context.emit({ name: 'account.password_changed', subject: { module: 'identity', id: account.id } });
  return { done: true };
}

async function refuseWeak(context: Context, account: AccountRow, password: string): Promise<void> {
  const { crypto, sentence } = context.services;
  const faults = passwordFaults(password, {
    phone: crypto.decrypt(account.phone_cipher),
    name: account.name,
  });
  if (faults.length > 0) {
    const sentences = faults.map((fault) => sentence(fault.code, fault.details));
    throw new Problem('password.too_weak', 400, { faults: sentences.join('') });
  }
  for (const earlier of await recentPasswords(context, account.id)) {
    if (await verifyPassword(earlier, password)) throw new Problem('password.used_before', 400);
  }
}

export async function resetPasswordOf(
  context: Context,
  input: InputOf<typeof resetPassword>,
): Promise<OutputOf<typeof resetPassword>> {
  const account = await getAccount(context, input.accountId);
  const allowed = accountRights(context.actor, accountFacts(context, account)).reset_password;
  if (allowed !== true) throw new Problem(allowed, 409);

  const password = firstPassword();
  await savePassword(context, account.id, await hashPassword(password), true);
  await deleteSessionsOf(context, account.id);
  await context.emit({
    name: 'account.password_reset',
    subject: { module: 'identity', id: account.id },
    data: { reason: input.reason },
  });
  return { password };
}

/** Readable over the phone: no 0/O, 1/l/I; three classes of characters. */
const alphabet = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

export function firstPassword(): string {
  const letters = Array.from({ length: 10 }, () => alphabet[randomInt(alphabet.length)]);
  return `${letters.join('')}${randomInt(2, 10)}Aa`;
}

export async function beginSecondFactor(context: Context): Promise<{ secret: string; uri: string }> {
  const account = await getAccount(context, context.actor.accountId ?? '');
  if (account.totp_confirmed_at) throw new Problem('second_factor.confirmed', 409);
  const secret = totpSecret();
  await changeAccountRow(context, account.id, {
    totp_cipher: context.services.crypto.encrypt(secret),
    totp_confirmed_at: null,
    totp_last_step: null,
  });
  return { secret, uri: totpUri(secret, 'Jia', `${context.street.name} ${account.name}`) };
}

export async function confirmOwnSecondFactor(
  context: Context,
  input: InputOf<typeof confirmSecondFactor>,
): Promise<{ done: true }> {
  const account = await getAccount(context, context.actor.accountId ?? '');
  if (!account.totp_cipher) throw new Problem('second_factor.not_started', 409);
  const secret = context.services.crypto.decrypt(account.totp_cipher);
  const answer = verifyTotp(secret, input.totp, context.now, account.totp_last_step);
  if (!answer.ok) throw new Problem('sign_in.totp_wrong', 400);

  await changeAccountRow(context, account.id, {
    totp_confirmed_at: context.now.toISOString(),
    totp_last_step: answer.step,
  });
  await context.emit({
    name: 'account.second_factor_confirmed',
    subject: { module: 'identity', id: account.id },
  });
  return { done: true };
}
