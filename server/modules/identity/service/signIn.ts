import { randomBytes } from 'node:crypto';
import type { InputOf } from '#contract/define.ts';
import type { signInWithCode, signInWithPassword } from '#contract/identity/endpoints.ts';
import type { Me } from '#contract/identity/records.ts';
import { separatedRoles } from '#contract/identity/roles.ts';
import type { Context } from '#kernel/context.ts';
import { verifyTotp } from '#kernel/password/codes.ts';
import { verifyNobody, verifyPassword } from '#kernel/password/hash.ts';
import { Problem } from '#kernel/problem.ts';
import { findPersonByPhone } from '#modules/people/index.ts';
import { isStaff, limits, localDay, passwordExpiry, sessionLife } from '../rules.ts';
import {
  type AccountRow,
  changeAccountRow,
  countFailure,
  findAccountByPhone,
  openAccount,
} from '../store/accounts.ts';
import { rolesOf } from '../store/posts.ts';
import { deleteSession, deleteSessionsOf, findActors, saveSession } from '../store/sessions.ts';
import { spendCode } from './code.ts';
import { readMeOf } from './me.ts';

/** Residents, wardens and volunteers: whoever holds the phone gets in; a first visit opens the account. */
export async function signInByCode(context: Context, input: InputOf<typeof signInWithCode>): Promise<Me> {
  await spendCode(context, input.phone, input.code);

  const known = await findAccountByPhone(context, input.phone);
  if (known && isStaff((await rolesOf(context, known.id)).map((post) => post.role))) {
    throw new Problem('sign_in.password_needed', 403);
  }
  const account = known
    ? await linkPerson(context, known, input.phone)
    : await openResidentAccount(context, input.phone);
  if (account.status === 'disabled') throw new Problem('sign_in.disabled', 403);

  return await startSession(context, account, { staff: false, secondFactor: false, way: 'code' });
}

/** Who was registered in the street only after the account was opened finds the own file at the next sign-in. */
async function linkPerson(context: Context, account: AccountRow, phone: string): Promise<AccountRow> {
  if (account.person_id) return account;
  const person = await findPersonByPhone(context, phone);
  if (!person) return account;
  const linked = { person_id: person.personId, name: account.name || person.name };
  await changeAccountRow(context, account.id, linked);
  return { ...account, ...linked };
}

async function openResidentAccount(context: Context, phone: string): Promise<AccountRow> {
  const person = await findPersonByPhone(context, phone);
  return await openAccount(context, { name: person?.name ?? '', phone, personId: person?.personId ?? null });
}

/** Staff: phone, password and, once enrolled, the second factor. A stranger learns nothing from the answer. */
export async function signInByPassword(
  context: Context,
  input: InputOf<typeof signInWithPassword>,
): Promise<Me> {
  const account = await findAccountByPhone(context, input.phone);
  if (!account?.password_hash) {
    await verifyNobody(input.password);
    throw new Problem('sign_in.refused', 401);
  }
  refuseLocked(context, account);
  if (!(await verifyPassword(account.password_hash, input.password)))
    return await refuseFailure(context, account);
  if (account.status === 'disabled') throw new Problem('sign_in.disabled', 403);
  const secondFactor = await passSecondFactor(context, account, input.totp);

  const roles = (await rolesOf(context, account.id)).map((post) => post.role);
  const expired = (passwordExpiry(account.password_changed_at) ?? '') < localDay(context.now);
  await changeAccountRow(context, account.id, {
    failed_count: 0,
    locked_until: null,
    ...(expired ? { must_change_password: true } : {}),
  });
  // An administrator is signed in at one place at a time (GB/T 22239-2019).
  if (roles.some((role) => separatedRoles.includes(role))) await deleteSessionsOf(context, account.id);
  return await startSession(context, account, { staff: isStaff(roles), secondFactor, way: 'password' });
}

function refuseLocked(context: Context, account: AccountRow): void {
  if (!account.locked_until || Date.parse(account.locked_until) <= context.now.getTime()) return;
  const until = new Date(Date.parse(account.locked_until) + 8 * 3_600_000).toISOString().slice(11, 16);
  throw new Problem('sign_in.locked', 423, { until });
}

/** The failure is counted in a transaction of its own: this request is refused, the count must stay. */
async function refuseFailure(context: Context, account: AccountRow): Promise<never> {
  await context.apart(async (own) => {
    const locked = await countFailure(own, account.id);
    const subject = { module: 'identity', id: account.id };
    await own.emit({ name: 'session.refused', subject, data: { reason: 'password' } });
    if (locked) await own.emit({ name: 'account.locked', subject, data: { minutes: limits.lockMinutes } });
  });
  throw new Problem('sign_in.refused', 401);
}

async function passSecondFactor(
  context: Context,
  account: AccountRow,
  totp: string | undefined,
): Promise<boolean> {
  if (!account.totp_confirmed_at || !account.totp_cipher) return false;
  if (!totp) throw new Problem('sign_in.totp_needed', 401);
  const secret = context.services.crypto.decrypt(account.totp_cipher);
  const answer = verifyTotp(secret, totp, context.now, account.totp_last_step);
  if (!answer.ok) {
    await context.apart((own) => countFailure(own, account.id));
    throw new Problem('sign_in.totp_wrong', 401);
  }
  await changeAccountRow(context, account.id, { totp_last_step: answer.step });
  return true;
}

export async function startSession(
  context: Context,
  account: Pick<AccountRow, 'id'>,
  session: { staff: boolean; secondFactor: boolean; way: 'code' | 'password' | 'persona' },
): Promise<Me> {
  const token = randomBytes(32).toString('base64url');
  const tokenHash = hashToken(context, token);
  await saveSession(context, {
    tokenHash,
    accountId: account.id,
    ...sessionLife(session.staff),
    secondFactor: session.secondFactor,
  });
  await changeAccountRow(context, account.id, { last_sign_in_at: context.now.toISOString() });
  await context.emit({
    name: 'session.started',
    subject: { module: 'identity', id: account.id },
    data: { way: session.way },
  });

  context.setSession(token);
  const actors = await findActors(context.db, context.streetId, [tokenHash], context.now);
  const actor = actors.get(tokenHash);
  if (!actor) throw new Error('A session that was just saved is not found.');
  return await readMeOf({ ...context, actor });
}

export function hashToken(context: Pick<Context, 'services'>, token: string): string {
  return context.services.crypto.sign('session', token);
}

export async function signOutNow(context: Context): Promise<{ done: true }> {
  const { sessionId, accountId } = context.actor;
  if (sessionId) await deleteSession(context, sessionId);
  if (accountId)
    await context.emit({ name: 'session.ended', subject: { module: 'identity', id: accountId } });
  context.setSession(null);
  return { done: true };
}
