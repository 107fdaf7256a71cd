// Unified social credit code, GB 32100-2015: 17 characters and a check character modulo 31.

/** Digits and capitals without I, O, S, V, Z; the place of a character is its value. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Full-width forms, blanks and small letters as people type and paste them, in the standard's form. */
export function normalCreditCode(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
}

export type CreditCodeFault = 'credit_code.length' | 'credit_code.characters' | 'credit_code.checksum';

/** What is wrong with a code in normal form; null when nothing is. */
export function creditCodeFault(code: string): CreditCodeFault | null {
  if (code.length !== 18) return 'credit_code.length';
  const values = [...code].map((character) => alphabet.indexOf(character));
  if (values.includes(-1)) return 'credit_code.characters';
  return code.endsWith(checkCharacter(code)) ? null : 'credit_code.checksum';
}

/** Check character of the first 17 characters: weights are the powers of 3 modulo 31. */
export function checkCharacter(code: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of code.slice(0, 17)) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet[(31 - (sum % 31)) % 31] ?? '';
}
