import './people.css';
import type { CareTag } from '#contract/people/codes.ts';
import { listHouseholds, listPersons } from '#contract/people/endpoints.ts';
import { call } from '#web/lib/call.ts';
import { labels, listMark } from './words.ts';

/** What the shell's export button is told. */
export interface Exchange {
  filter: Readonly<Record<string, unknown>>;
  filterText: string;
}

export type Filters = Readonly<Record<string, string | undefined>>;

export const choicesOf = <Code extends string>(
  codes: readonly Code[],
  words: Readonly<Record<Code, string>>,
) => codes.map((value) => ({ value, word: words[value] }));

/** The word of a code out of the address of a page, which anybody can write. */
export const namedOf = (words: Readonly<Record<string, string>>, code: string | undefined): string =>
  (code && words[code]) || '';

export const personText = {
  tags: (tags: readonly CareTag[]): string => tags.map((tag) => labels.careTag[tag]).join(listMark),
};

/** Households by address, for choosing where somebody lives. */
export async function searchHouseholds(typed: string) {
  const { items } = await call(listHouseholds, {
    query: { limit: 20, ...(typed.length >= 2 ? { address: typed } : {}) },
  });
  return items.map(({ householdId, address, headName }) => ({
    value: householdId,
    word: [address, headName].filter(Boolean).join(' · '),
  }));
}

/** Residents by name or number, for choosing a guardian. */
export async function searchPersons(typed: string) {
  const isNumber = /^(\d{4}|\d{7,12})$/.test(typed);
  const query = typed ? (isNumber ? { phone: typed } : { name: typed }) : {};
  const { items } = await call(listPersons, { query: { limit: 20, ...query } });
  return items.map(({ personId, name, phone, address }) => ({
    value: personId,
    word: [name, phone, address].filter(Boolean).join(' · '),
  }));
}
