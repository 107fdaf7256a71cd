import { createDecipheriv, hkdfSync } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CryptoSuite } from '#kernel/crypto/suite.ts';
import { createSuite, sameDigest } from '#kernel/crypto/suites.ts';

const first = { version: 1, secret: Buffer.from('the first master secret of this street') };
const second = { version: 2, secret: Buffer.from('the second master secret of the street') };
const other = { version: 1, secret: Buffer.from('the master secret of another deployment') };
const names: CryptoSuite['name'][] = ['international', 'sm'];
const unreadable = expect.objectContaining({ code: 'crypto.unreadable' });

test.each([
  ['international', 'abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ['sm', 'abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
  // GB/T 32905 example 2: sixteen times "abcd".
  ['sm', 'abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
] as const)('%s hashes as published', (name, text, digest) => {
  expect(createSuite(name, [first]).hash(text)).toBe(digest);
});

test.each(names)('%s gives back every text and never writes the same twice', (name) => {
  const suite = createSuite(name, [first]);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (plain) => {
      const cipher = suite.encrypt(plain);
      expect(suite.decrypt(cipher)).toBe(plain);
      expect(suite.encrypt(plain)).not.toBe(cipher);
    }),
    { numRuns: 100, seed: 1 },
  );
});

test.each(names)('%s notices a change of any byte', (name) => {
  const suite = createSuite(name, [first]);
  const cipher = suite.encrypt('13812345678');
  const prefix = cipher.slice(0, cipher.lastIndexOf(':') + 1);
  const bytes = Buffer.from(cipher.slice(prefix.length), 'base64');

  for (let index = 0; index < bytes.length; index++) {
    const changed = Buffer.from(bytes);
    changed[index] = (changed[index] ?? 0) ^ 1;
    expect(() => suite.decrypt(prefix + changed.toString('base64'))).toThrow(unreadable);
  }
  expect(() => suite.decrypt(prefix + bytes.subarray(0, 8).toString('base64'))).toThrow(unreadable);
});

test.each(names)('%s cannot be read with another master secret', (name) => {
  const cipher = createSuite(name, [first]).encrypt('13812345678');
  expect(() => createSuite(name, [other]).decrypt(cipher)).toThrow(unreadable);
});

test.each(['', '13812345678', 'v9:aes:AAAA', 'v1:rot:AAAA', 'v1:aes:'])(
  'a text that is not ours is refused: %j',
  (text) => {
    expect(() => createSuite('international', [first]).decrypt(text)).toThrow(unreadable);
  },
);

test('after the family is switched, old texts are still read', () => {
  const international = createSuite('international', [first]);
  const sm = createSuite('sm', [first]);

  expect(sm.decrypt(international.encrypt('张三'))).toBe('张三');
  expect(international.decrypt(sm.encrypt('张三'))).toBe('张三');
  expect(international.encrypt('张三')).toMatch(/^v1:aes:/);
  expect(sm.encrypt('张三')).toMatch(/^v1:sm:/);
});

test('a newer master secret writes, the older still reads, and the blind index stays', () => {
  const before = createSuite('international', [first]);
  const after = createSuite('international', [second, first]);

  expect(after.encrypt('张三')).toMatch(/^v2:/);
  expect(after.decrypt(before.encrypt('张三'))).toBe('张三');
  expect(after.blindIndex('person.phone', '13812345678')).toBe(
    before.blindIndex('person.phone', '13812345678'),
  );
});

test.each(names)('%s: one value under two purposes, uses or secrets cannot be linked', (name) => {
  const suite = createSuite(name, [first]);
  const digests = [
    suite.blindIndex('person.phone', '13812345678'),
    suite.blindIndex('account.phone', '13812345678'),
    suite.sign('person.phone', '13812345678'),
    createSuite(name, [other]).blindIndex('person.phone', '13812345678'),
    suite.hash('13812345678'),
  ];

  expect(new Set(digests).size).toBe(digests.length);
  expect(digests[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(suite.blindIndex('person.phone', '13812345678')).toBe(digests[0]);
});

test('the aes text is plain AES-256-GCM under the derived key, so that another program can read a backup', () => {
  const sealed = Buffer.from(
    createSuite('international', [first]).encrypt('张三').slice('v1:aes:'.length),
    'base64',
  );
  const key = Buffer.from(hkdfSync('sha256', first.secret, '', 'jia/v1/aes-256-gcm', 32));

  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12)).setAuthTag(
    sealed.subarray(12, 28),
  );
  expect(Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString()).toBe('张三');
});

test('digests are compared whole', () => {
  expect(sameDigest('abcd', 'abcd')).toBe(true);
  expect(sameDigest('abcd', 'abce')).toBe(false);
  expect(sameDigest('abcd', 'abc')).toBe(false);
});
