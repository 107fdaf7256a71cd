// Chinese has no blanks between words: text is found by its pairs of neighbouring characters (stack.md).
import { type Expression, type SqlBool, sql } from 'kysely';

/** One form for what is written in many: full-width letters, blanks and case do not tell texts apart. */
export function searchText(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}

/** The distinct pairs of neighbouring characters; a text of one character is its own pair. */
export function bigrams(text: string): string[] {
  const characters = [...searchText(text)];
  if (characters.length < 2) return characters;
  return [...new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`))];
}

/** Pairs and single characters: for short texts, such as names, that are looked up by one character too. */
export function grams(text: string): string[] {
  return [...new Set([...bigrams(text), ...searchText(text)])];
}

/**
 * SQL condition: the text behind `textColumn` contains the query. `gramsColumn` holds `bigrams` (queries of two
 * characters and more) or `grams` of the same text under a GIN index; the pairs choose candidates, `like` decides.
 */
export function contains(textColumn: string, gramsColumn: string, query: string): Expression<SqlBool> {
  const wanted = searchText(query);
  if (wanted === '') return sql<SqlBool>`true`;
  const candidates = sql<SqlBool>`${sql.ref(gramsColumn)} @> ${bigrams(query)}::text[]`;
  // One character or one pair is found by the grams themselves.
  if ([...wanted].length <= 2) return candidates;
  const pattern = `%${wanted.replace(/[\\%_]/g, '\\$&')}%`;
  // Full-width forms were folded when the text was written; blanks and case are folded here.
  return sql<SqlBool>`(${candidates} and lower(replace(${sql.ref(textColumn)}, ' ', '')) like ${pattern})`;
}
