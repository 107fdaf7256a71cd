import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkCharacter, creditCodeFault, normalCreditCode } from './creditCode.ts';

// Codes in use.
test.each(['91110000100006602D', '914403001922038216', '91440300708461136T'])('%s is a code', (code) => {
  expect(creditCodeFault(code)).toBeNull();
});

test.each([
  ['91110000100006602', 'credit_code.length'],
  ['91110000100006602DD', 'credit_code.length'],
  ['', 'credit_code.length'],
  ['9111000010000660OD', 'credit_code.characters'],
  ['9I110000100006602D', 'credit_code.characters'],
  ['91110000100006602d', 'credit_code.characters'],
  ['91110000100006602E', 'credit_code.checksum'],
  ['91110000100006620D', 'credit_code.checksum'],
])('%j is refused: %s', (code, fault) => {
  expect(creditCodeFault(code)).toBe(fault);
});

test('blanks, hyphens, small letters and full-width forms are forgiven', () => {
  expect(normalCreditCode(' 9111 0000-100006602d ')).toBe('91110000100006602D');
  expect(normalCreditCode('９１１１００００１００００６６０２Ｄ')).toBe('91110000100006602D');
});

const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const seventeen = fc.array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 });

test('one wrong character is always noticed', () => {
  fc.assert(
    fc.property(seventeen, fc.nat(16), fc.integer({ min: 1, max: 30 }), (body, place, shift) => {
      const code = `${body.join('')}${checkCharacter(body.join(''))}`;
      expect(creditCodeFault(code)).toBeNull();
      const wrong = [...code];
      const old = alphabet.indexOf(wrong[place] ?? '');
      wrong[place] = alphabet[(old + shift) % 31] ?? '';
      expect(creditCodeFault(wrong.join(''))).toBe('credit_code.checksum');
    }),
  );
});
