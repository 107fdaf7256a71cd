// A lost phone forgets at its next contact, with or without a session.
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { deviceContact, wipeDevices } from '#contract/identity/devices.ts';
import { listAccounts, readMe } from '#contract/identity/endpoints.ts';
import { testStreet } from '../../../tests/kit/street.ts';

const street = await testStreet();
const accountOf = async (name: string) => {
  const { items } = await (await street.as('系统员')).call(listAccounts, { query: { search: name } });
  return items[0]?.accountId ?? '';
};

it('a phone gets a key for its own account only, the same each time', async () => {
  const body = { deviceId: randomUUID() };
  const worker = await street.as('周网格');
  const first = await worker.call(deviceContact, { body });
  expect(first).toMatchObject({ wipe: false, pin: 'offered' });
  expect(first.key).toHaveLength(64);
  expect(await worker.call(deviceContact, { body })).toEqual(first);
  expect((await worker.call(deviceContact, { body: { deviceId: randomUUID() } })).key).not.toBe(first.key);
  expect((await (await street.as('吴网格')).call(deviceContact, { body })).key).not.toBe(first.key);
  expect(await street.stranger.call(deviceContact, { body })).toMatchObject({ wipe: false, key: null });
});

it('a wipe ends the sessions, reaches the phone without one, and is over once it was done', async () => {
  const body = { deviceId: randomUUID() };
  const other = { deviceId: randomUUID() };
  const worker = await street.as('周网格');
  await worker.call(deviceContact, { body });
  await (await street.as('吴网格')).call(deviceContact, { body: other });

  const admin = await street.as('系统员');
  const accountId = await accountOf('周网格');
  const { devices } = await admin.call(wipeDevices, { params: { accountId }, body: { reason: '手机丢了' } });
  expect(devices).toBeGreaterThan(0);
  expect(await worker.refusal(readMe)).toMatchObject({ status: 401 });
  expect(await street.stranger.call(deviceContact, { body })).toMatchObject({ wipe: true, key: null });
  expect(await street.stranger.call(deviceContact, { body: other })).toMatchObject({ wipe: false });

  // Signing in again on it does not help before it has forgotten.
  const again = await street.as('周网格');
  expect(await again.call(deviceContact, { body })).toMatchObject({ wipe: true, key: null });
  expect(await again.call(deviceContact, { body: { ...body, wiped: true } })).toMatchObject({ wipe: false });
  expect((await again.call(deviceContact, { body })).key).not.toBeNull();
});

it('only the keeper of accounts orders it, and not for himself', async () => {
  const accountId = await accountOf('吴网格');
  const request = { params: { accountId }, body: { reason: '试试' } };
  expect(await (await street.as('李书记')).refusal(wipeDevices, request)).toMatchObject({ status: 403 });
  const admin = await street.as('系统员');
  const own = { params: { accountId: await accountOf('系统员') }, body: { reason: '试试' } };
  expect(await admin.refusal(wipeDevices, own)).toMatchObject({ status: 409, code: 'account.own' });
});
