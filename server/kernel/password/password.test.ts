import { expect, test } from 'vitest';
import { passwordProblems } from '#contract/password/words.ts';
import { oneTimeCode, totpCode, totpSecret, totpUri, verifyTotp } from '#kernel/password/codes.ts';
import { passwordFaults } from '#kernel/password/faults.ts';
import { hashPassword, isOutdated, verifyNobody, verifyPassword } from '#kernel/password/hash.ts';
import { fill } from '#kernel/words.ts';

test('a password opens its own hash and no other', async () => {
  const hash = await hashPassword('Kuaile-2026-北苑');

  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(await verifyPassword(hash, 'Kuaile-2026-北苑')).toBe(true);
  expect(await verifyPassword(hash, 'kuaile-2026-北苑')).toBe(false);
  expect(await hashPassword('Kuaile-2026-北苑')).not.toBe(hash);
  expect(isOutdated(hash)).toBe(false);
});

test('full-width letters of a Chinese keyboard are the same password', async () => {
  expect(await verifyPassword(await hashPassword('Ｋuaile-2026'), 'Kuaile-2026')).toBe(true);
});

// Made by another Argon2 implementation (the reference one, as the PHC form is shared): password "password",
// salt "somesalt", m=65536, t=2, p=1.
const reference = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';

test('a hash of the reference implementation is understood', async () => {
  expect(await verifyPassword(reference, 'password')).toBe(true);
  expect(await verifyPassword(reference, 'Password')).toBe(false);
});

test('a hash of lower cost is to be renewed', () => {
  expect(isOutdated(reference.replace('m=65536', 'm=4096'))).toBe(true);
  expect(isOutdated(reference)).toBe(false);
});

test.each([
  '',
  'plain',
  '$2b$10$abcdefghijklmnopqrstuv',
  reference.replace('m=65536', 'm=9999999'),
  reference.slice(0, 40),
])('a text that is no hash of ours opens nothing: %j', async (hash) =>
  expect(await verifyPassword(hash, 'password')).toBe(false),
);

test('an endless password is refused before it costs anything', async () => {
  expect(await verifyPassword(reference, 'x'.repeat(10_000))).toBe(false);
  expect(await verifyNobody('password')).toBe(false);
});

const owner = { phone: '13812345678', name: '周敏' };

test.each<[string, string[]]>([
  ['Lou-Men-1349!', []],
  ['早上好Beiyuan7', []],
  ['Ab1!', ['password.too_short']],
  ['', ['password.too_short', 'password.too_simple']],
  ['alllowercaseletters', ['password.too_simple']],
  ['lowerletters12', ['password.too_simple']],
  [`Aa1!${'x'.repeat(200)}`, ['password.too_long']],
  ['Zm-13812345678', ['password.contains_phone']],
  ['Zm-12345678-zm', ['password.contains_phone']],
  ['周敏Louban-88', ['password.contains_name']],
  ['Password123!', ['password.common']],
  ['P@ssw0rd2026', ['password.common']],
  ['!!Admin12345', ['password.common']],
  ['1qaz2wsx#EDC', ['password.common']],
  ['1qaz@WSX1234', ['password.common']],
  ['Woaini-5201314', ['password.common']],
  ['Qwerty-1234', ['password.common']],
  ['Lou-qwerty-88', []],
  ['AbcdAbcd1!', ['password.common']],
])('%j: %j', (password, codes) => {
  const faults = passwordFaults(password, owner);

  expect(faults.map((fault) => fault.code)).toEqual(codes);
  for (const fault of faults) expect(fill(passwordProblems[fault.code], fault.details)).not.toMatch(/[{}]/);
});

test('a name of one foreign part is looked for in any case', () => {
  expect(passwordFaults('12-JOHN-abcde', { name: 'John Smith' }).map((fault) => fault.code)).toEqual([
    'password.contains_name',
  ]);
});

test.each([
  [42917, '042917'],
  [0, '000000'],
  [999_999, '999999'],
])('the number %d becomes the code %s', (number, code) => {
  expect(oneTimeCode((limit) => (limit === 1_000_000 ? number : -1))).toBe(code);
  expect(oneTimeCode()).toMatch(/^\d{6}$/);
});

// RFC 6238, appendix B: the secret is the text 12345678901234567890; the last six of its eight digits.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
])('at second %d the authenticator shows %s', (second, code) => {
  expect(totpCode(secret, new Date(second * 1000))).toBe(code);
});

const now = new Date(1111111111 * 1000);
const step = Math.floor(1111111111 / 30);

test.each([
  ['now', 0, { ok: true, step }],
  ['one step early', -30, { ok: true, step: step - 1 }],
  ['one step late', 30, { ok: true, step: step + 1 }],
  ['two steps early', -60, { ok: false, code: 'totp.wrong' }],
  ['two steps late', 60, { ok: false, code: 'totp.wrong' }],
])('a code of %s', (_, seconds, answer) => {
  expect(verifyTotp(secret, totpCode(secret, new Date(now.getTime() + seconds * 1000)), now, null)).toEqual(
    answer,
  );
});

test('a code is good for one time, and a code before a used one is not', () => {
  const code = totpCode(secret, now);
  const before = totpCode(secret, new Date(now.getTime() - 30_000));

  expect(verifyTotp(secret, code, now, step)).toEqual({ ok: false, code: 'totp.replayed' });
  expect(verifyTotp(secret, before, now, step)).toEqual({ ok: false, code: 'totp.replayed' });
  expect(verifyTotp(secret, code, now, step - 1)).toEqual({ ok: true, step });
});

test.each(['', '12345', '1234567', 'abcdef', '０５０４７１'])('%j is no code', (code) => {
  expect(verifyTotp(secret, code, now, null)).toEqual({ ok: false, code: 'totp.wrong' });
});

test('a new secret is set up by a link that names the street and the account', () => {
  const made = totpSecret();
  const uri = new URL(totpUri(made, '家力量 北苑街道', '138****5678'));

  expect(made).toMatch(/^[A-Z2-7]{32}$/);
  expect(totpSecret()).not.toBe(made);
  expect(uri.protocol).toBe('otpauth:');
  expect(uri.searchParams.get('secret')).toBe(made);
  expect(uri.searchParams.get('issuer')).toBe('家力量 北苑街道');
  expect(uri.searchParams.get('period')).toBe('30');
});
