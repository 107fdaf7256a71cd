import { type CareTag, careTags } from '#contract/people/codes.ts';
import { careTagSynonyms } from '#contract/people/sheets/words.ts';
import { careTagLabels } from '#contract/people/words.ts';

const byWord = new Map<string, CareTag>([
  ...careTags.map((tag) => [careTagLabels[tag], tag] as const),
  ...(Object.entries(careTagSynonyms) as [string, CareTag][]),
]);

/** The tags behind the words of one cell, or the first word that is none. */
export function tagsOf(words: readonly string[]): { tags: CareTag[] } | { unknown: string } {
  const said = words.map((word) => word.trim()).filter((word) => word !== '');
  const unknown = said.find((word) => !byWord.has(word));
  if (unknown !== undefined) return { unknown };
  return { tags: [...new Set(said.flatMap((word) => byWord.get(word) ?? []))] };
}
