// Citizen identity numbers (GB 11643): six digits of place, eight of birth, three of order, one check character.
import type { identityNumberProblems } from '#contract/mask/words.ts';
import { isDay } from '#kernel/calendar/time.ts';

export interface IdNumberFault {
  code: keyof typeof identityNumberProblems;
  details: Record<string, string | number>;
}

/** The first thing wrong with an 18-character identity number, or null. Numbers of 15 digits ended in 2013. */
export function idNumberFault(text: string): IdNumberFault | null {
  const number = text.trim().toUpperCase();
  if (number.length !== 18) return { code: 'id_number.length', details: { length: number.length } };
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return { code: 'id_number.characters', details: {} };

  const birthday = birthdayDigits(number);
  if (!isDay(birthday) || birthday < '1850-01-01')
    return { code: 'id_number.birthday', details: { birthday } };
  if (checkCharacter(number) !== number[17]) return { code: 'id_number.checksum', details: {} };
  return null;
}

/** `2012-03-09` out of a valid number, else null. */
export function birthdayOf(text: string): string | null {
  return idNumberFault(text) === null ? birthdayDigits(text.trim()) : null;
}

/** The third digit of the order is odd for men, even for women; null for a number that is not valid. */
export function sexOf(text: string): 'male' | 'female' | null {
  if (idNumberFault(text) !== null) return null;
  return Number(text.trim()[16]) % 2 === 1 ? 'male' : 'female';
}

function birthdayDigits(number: string): string {
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
}

/** ISO 7064 MOD 11-2: the weight of a place is 2 to its power, counted from the right. */
export function checkCharacter(number: string): string {
  let sum = 0;
  for (let place = 0; place < 17; place++) sum += Number(number[place]) * (2 ** (17 - place) % 11);
  return '10X98765432'[sum % 11] ?? '';
}
