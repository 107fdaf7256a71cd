import fc from 'fast-check';
import { expect, test } from 'vitest';
import { birthdayOf, checkCharacter, idNumberFault, sexOf } from '#kernel/mask/identityNumber.ts';

// 11010519491231002X and 440524188001010014 are the examples of GB 11643-1999 itself.
test.each([
  ['11010519491231002X', null, '1949-12-31', 'female'],
  ['11010519491231002x', null, '1949-12-31', 'female'],
  ['440524188001010014', null, '1880-01-01', 'male'],
  ['110105194912310021', 'id_number.checksum', null, null],
  ['11010519490229002X', 'id_number.birthday', null, null],
  ['110105491231002', 'id_number.length', null, null],
  ['1101051949123100X2', 'id_number.characters', null, null],
  ['01010519491231002X', 'id_number.characters', null, null],
  ['', 'id_number.length', null, null],
])('%j: fault %s, born %s, %s', (number, code, birthday, sex) => {
  expect(idNumberFault(number)?.code ?? null).toBe(code);
  expect(birthdayOf(number)).toBe(birthday);
  expect(sexOf(number)).toBe(sex);
});

test('one wrong digit is always noticed', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 9999 }),
      fc.nat(16),
      fc.integer({ min: 1, max: 9 }),
      (order, place, by) => {
        const head = `1101051990${'0307'}${String(order).padStart(4, '0').slice(0, 3)}`;
        const changed = head.slice(0, place) + ((Number(head[place]) + by) % 10) + head.slice(place + 1);

        expect(idNumberFault(head + checkCharacter(head))).toBeNull();
        expect(idNumberFault(changed + checkCharacter(head))).not.toBeNull();
      },
    ),
    { numRuns: 300, seed: 11643 },
  );
});
