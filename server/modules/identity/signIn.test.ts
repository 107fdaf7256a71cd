import { beforeAll, describe, expect, it } from 'vitest';
import * as endpoints from '#contract/identity/endpoints.ts';
import { registerPerson } from '#contract/people/endpoints.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { inTransaction } from '#kernel/database/transaction.ts';
import { totpCode } from '#kernel/password/codes.ts';
import { hashPassword } from '#kernel/password/hash.ts';
import { streetId, testPeople } from '../../../tests/kit/people.ts';
import { type TestStreet, testStreet } from '../../../tests/kit/street.ts';
import { findAccountByPhone, savePassword } from './index.ts';

const password = 'Wutong-2026-menlou';
let street: TestStreet;

beforeAll(async () => {
  street = await testStreet();
  for (const name of ['周网格', '系统员', '唐科长', '郑社工']) await givePassword(name);
});

function phoneOf(name: string): string {
  return testPeople.find((person) => person.name === name)?.phone ?? '';
}

async function givePassword(name: string, mustChange = false): Promise<void> {
  const here = await street.kernel.streets.byId(streetId);
  if (!here) throw new Error('no street');
  await inTransaction(street.kernel.db, async (transaction) => {
    const context = street.kernel.systemContext(here, transaction);
    const account = await findAccountByPhone(context, phoneOf(name));
    await savePassword(context, account?.id ?? '', await hashPassword(password), mustChange);
  });
}

async function codeFor(phone: string): Promise<string> {
  await street.stranger.call(endpoints.sendCode, { body: { phone } });
  await street.react();
  const message = street.messages.findLast((sent) => sent.phone === phone);
  return /\d{6}/.exec(message?.text ?? '')?.[0] ?? '';
}

function tokenOf(answer: { headers: Record<string, unknown> }): string {
  return /jia=([^;]+)/.exec(String(answer.headers['set-cookie']))?.[1] ?? '';
}

const signInByPassword = (name: string, given: string, totp?: string) =>
  street.stranger.send({
    method: 'POST',
    url: '/api/identity/session/password',
    payload: { phone: phoneOf(name), password: given, ...(totp ? { totp } : {}) },
  });

describe('phone and code', () => {
  it('a code is sent to the phone and lets a new resident in once', async () => {
    const phone = '19911110001';
    const code = await codeFor(phone);
    expect(code).toHaveLength(6);

    const me = await street.stranger.call(endpoints.signInWithCode, { body: { phone, code } });
    expect(me.posts).toEqual([]);
    const again = await street.stranger.refusal(endpoints.signInWithCode, { body: { phone, code } });
    expect(again).toMatchObject({ status: 401, code: 'code.expired' });
  });

  it('who is registered after the first visit finds the own file at the next sign-in, until it is erased', async () => {
    const phone = '19911110009';
    await street.stranger.call(endpoints.signInWithCode, { body: { phone, code: await codeFor(phone) } });
    const clerk = await street.as('郑社工');
    const [area] = (await clerk.call(listAreas, { query: { level: 'entrance' } })).items;
    const body = { name: '后来人', phone, areaId: area?.areaId ?? '' };
    const person = await clerk.call(registerPerson, { body });
    street.clock.advance(61_000);
    const again = { body: { phone, code: await codeFor(phone) } };
    expect((await street.stranger.call(endpoints.signInWithCode, again)).personId).toBe(person.personId);
  });

  it('an expired code is refused with a sentence that says what to do', async () => {
    const phone = '19911110002';
    const code = await codeFor(phone);
    street.clock.advance(5 * 60_000 + 1);
    const refusal = await street.stranger.refusal(endpoints.signInWithCode, { body: { phone, code } });
    expect(refusal).toMatchObject({ status: 401, code: 'code.expired' });
    expect(refusal.detail).toContain('重新获取');
  });

  it('five wrong attempts use a code up, also when they come at once', async () => {
    const phone = '19911110003';
    const code = await codeFor(phone);
    const wrong = code === '000000' ? '111111' : '000000';
    const refusals = await Promise.all(
      Array.from({ length: 8 }, () =>
        street.stranger.refusal(endpoints.signInWithCode, { body: { phone, code: wrong } }),
      ),
    );
    expect(refusals.filter((refusal) => refusal.code === 'code.wrong')).toHaveLength(5);
    expect(await street.stranger.refusal(endpoints.signInWithCode, { body: { phone, code } })).toMatchObject({
      code: 'code.expired',
    });
  });

  it('a second code within a minute is refused and says how long to wait', async () => {
    const phone = '19911110004';
    await street.stranger.call(endpoints.sendCode, { body: { phone } });
    const refusal = await street.stranger.refusal(endpoints.sendCode, { body: { phone } });
    expect(refusal).toMatchObject({ status: 429, code: 'code.too_soon', seconds: 60 });
  });

  it('a phone with a letter in it is told so, field by field', async () => {
    const refusal = await street.stranger.refusal(endpoints.sendCode, { body: { phone: '1380000000O' } });
    expect(refusal).toMatchObject({ status: 400, code: 'input.invalid' });
    expect(refusal.fields).toMatchObject([{ pointer: '/body/phone' }]);
  });

  it('staff are sent to the password', async () => {
    const phone = phoneOf('周网格');
    const code = await codeFor(phone);
    const refusal = await street.stranger.refusal(endpoints.signInWithCode, { body: { phone, code } });
    expect(refusal).toMatchObject({ status: 403, code: 'sign_in.password_needed' });
  });
});

describe('password', () => {
  it('lets staff in with their posts', async () => {
    const answer = await signInByPassword('周网格', password);
    expect(answer.statusCode).toBe(200);
    expect(answer.json().posts).toMatchObject([{ role: 'grid_worker', areaName: '北廊社区第1网格' }]);
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Lax');
  });

  it('twenty wrong passwords lock the account for half an hour, and nothing is told to a stranger', async () => {
    const tries = await Promise.all(Array.from({ length: 20 }, () => signInByPassword('唐科长', 'wrong')));
    const codes = tries.map((answer) => answer.json().code);
    expect(codes.every((code) => code === 'sign_in.refused' || code === 'sign_in.locked')).toBe(true);

    const right = await signInByPassword('唐科长', password);
    expect(right.statusCode).toBe(423);
    expect(right.json().detail).toContain('锁到');
    street.clock.advance(30 * 60_000);
    expect((await signInByPassword('唐科长', password)).statusCode).toBe(200);
    const nobody = await street.stranger.refusal(endpoints.signInWithPassword, {
      body: { phone: '19999999999', password: 'wrong' },
    });
    expect(nobody).toMatchObject({ status: 401, code: 'sign_in.refused' });
  });

  it('after ninety days only a new password may be set, and the old ones are not taken', async () => {
    street.clock.advance(91 * 86_400_000);
    const answer = await signInByPassword('郑社工', password);
    expect(answer.json()).toMatchObject({ mustChangePassword: true, posts: [], permissions: [] });
    const headers = { authorization: `Bearer ${tokenOf(answer)}`, 'idempotency-key': 'change-my-password' };
    const change = (next: string) =>
      street.app.inject({
        method: 'POST',
        url: '/api/identity/password',
        headers: { ...headers, 'idempotency-key': `key-${next}` },
        payload: { current: password, next },
      });
    expect((await change(password)).json().code).toBe('password.used_before');
    const weak = (await change('12345')).json();
    expect(weak.code).toBe('password.too_weak');
    expect(weak.detail).toContain('至少10位');
    expect((await change('Xin-mima-2026-ok')).statusCode).toBe(200);
  });
});

describe('the second factor', () => {
  it('an administrator without it has no rights; with it a replayed code is refused', async () => {
    await givePassword('系统员');
    const first = await signInByPassword('系统员', password);
    const bearer = { authorization: `Bearer ${tokenOf(first)}` };
    expect(first.json().permissions).toEqual([]);

    const begun = await street.app.inject({
      method: 'POST',
      url: '/api/identity/second-factor',
      headers: bearer,
    });
    const { secret } = begun.json();
    const confirm = await street.app.inject({
      method: 'POST',
      url: '/api/identity/second-factor/confirm',
      headers: { ...bearer, 'idempotency-key': 'confirm-totp' },
      payload: { totp: totpCode(secret, street.clock.now()) },
    });
    expect(confirm.statusCode).toBe(200);

    expect((await signInByPassword('系统员', password)).json().code).toBe('sign_in.totp_needed');
    expect(
      (await signInByPassword('系统员', password, totpCode(secret, street.clock.now()))).json().code,
    ).toBe('sign_in.totp_wrong');
    street.clock.advance(60_000);
    const signedIn = await signInByPassword('系统员', password, totpCode(secret, street.clock.now()));
    expect(signedIn.json().permissions).toContain('account.manage');
  });
});

describe('sessions', () => {
  it('staff who do nothing for half an hour are asked again', async () => {
    const token = tokenOf(await signInByPassword('周网格', password));
    const me = () =>
      street.app.inject({
        method: 'GET',
        url: '/api/identity/me',
        headers: { authorization: `Bearer ${token}` },
      });
    expect((await me()).statusCode).toBe(200);
    street.clock.advance(29 * 60_000);
    expect((await me()).statusCode).toBe(200);
    street.clock.advance(31 * 60_000);
    expect((await me()).statusCode).toBe(401);
  });

  it('a token of one street opens nothing in another', async () => {
    const token = tokenOf(await signInByPassword('周网格', password));
    const foreign = token.replace(String(streetId), '110112009');
    const answer = await street.app.inject({
      method: 'GET',
      url: '/api/identity/me',
      headers: { authorization: `Bearer ${foreign}` },
    });
    expect(answer.statusCode).toBe(401);
  });
});
