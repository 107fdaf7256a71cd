// What a person sees of another person's data before a reason has been given. Pure; text in, text out.
import { buildingMarks, buildingNumerals, compoundSurnames, estateMarks } from '#contract/mask/words.ts';

/** Keeps the surname: two characters become one star, three two. Foreign and long names keep their first character. */
export function maskName(name: string): string {
  const characters = [...name.trim()];
  if (characters.length === 0) return '';

  const surname = characters.length > 2 && compoundSurnames.includes(characters.slice(0, 2).join('')) ? 2 : 1;
  if (characters.length === 1) return '*';
  return characters.slice(0, surname).join('') + '*'.repeat(Math.min(characters.length - surname, STARS_MAX));
}

// The length of a long name would tell who it is.
const STARS_MAX = 3;

/** `138****5678`; a landline keeps its area code and last four digits; a public short number is left as it is. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/^\+?0{0,2}86(?=1[3-9]\d{9}$)/, '').replace(/\D/g, '');
  if (/^1[3-9]\d{9}$/.test(digits)) return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
  if (/^(1\d{4}|1\d{2})$/.test(digits)) return digits;

  const areaCode = /^0(10|2\d)/.exec(digits)?.[0] ?? /^0\d{3}/.exec(digits)?.[0] ?? '';
  const rest = digits.slice(areaCode.length);
  if (rest.length < 7) return '****';
  return `${areaCode}****${rest.slice(-4)}`;
}

/** `110***********1234`: the province and county's first digits and the last four. Other papers keep two at the end. */
export function maskIdNumber(number: string): string {
  const text = number.trim();
  if (/^\d{14,17}[\dXx]$/.test(text)) return text.slice(0, 3) + '*'.repeat(text.length - 7) + text.slice(-4);
  if (text.length <= 4) return '*'.repeat(text.length);
  return text.slice(0, 1) + '*'.repeat(text.length - 3) + text.slice(-2);
}

/** Keeps an address down to the building, or to the estate when no building is named; the rest becomes `***`. */
export function maskAddress(address: string): string {
  const text = address.trim();
  const end = endOfBuilding(text) ?? endOfEstate(text) ?? text.search(/[\d０-９]/);
  if (end === -1 || end === text.length) return text;
  return `${text.slice(0, end)}***`;
}

const numeral = `[0-9０-９A-Za-z${buildingNumerals}]`;
const marked = new RegExp(`${numeral}+(?:${buildingMarks.join('|')})`, 'u');
// 3-2-301: building, entrance, room.
const hyphenated = /[0-9０-９]+(?=[-－—–][0-9０-９]+[-－—–][0-9０-９]+)/u;
const estates = new RegExp(estateMarks.join('|'), 'gu');

function endOfBuilding(text: string): number | undefined {
  const found = marked.exec(text) ?? hyphenated.exec(text);
  return found ? found.index + found[0].length : undefined;
}

function endOfEstate(text: string): number | undefined {
  const last = [...text.matchAll(estates)].at(-1);
  return last ? last.index + last[0].length : undefined;
}
