// Numbers as people write them in an address: 3, full-width 3, spoken numerals. Pure.
import { numeralDigits, numeralUnits } from '#contract/cases/address/words.ts';

/** Full-width letters and digits made narrow, one code unit for one, so that offsets stay those of the original. */
export function foldWidth(text: string): string {
  return text
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
    .replace(/[–—―]/g, '-');
}

/** Value of digits or numerals below 1,000; null for what is no number. */
export function numberOf(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  let total = 0;
  let digits = '';
  for (const character of text) {
    const unit = numeralUnits[character];
    const digit = numeralDigits[character];
    if (unit !== undefined) {
      total += (digits === '' ? 1 : Number(digits)) * unit;
      digits = '';
    } else if (digit !== undefined) digits += digit;
    else return null;
  }
  return text === '' ? null : total + Number(digits || 0);
}

/** One form for one name: width, blanks and case folded, numerals before a measure made digits. */
export function nameKey(text: string): string {
  return foldWidth(text)
    .replace(/\s+/g, '')
    .toLowerCase()
    .replace(/[零〇一二两三四五六七八九十百]{1,5}(?=[号区院期楼单条门层室幢栋队座])/g, (numeral) =>
      String(numberOf(numeral) ?? numeral),
    );
}
