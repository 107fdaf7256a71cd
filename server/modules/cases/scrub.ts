// What everybody may read names nobody: numbers, doors and names give way. Pure.
import { namePut, scrubName, scrubRules } from '#contract/cases/publish/words.ts';

/** @param names of the people of the case, who are called by no pattern */
export function scrub(text: string, names: readonly string[] = []): string {
  const known = names.filter((name) => name.length >= 2).sort((one, other) => other.length - one.length);
  const nameless = known.reduce((rest, name) => rest.replaceAll(name, namePut), text);
  return scrubRules.reduce((rest, { pattern, put }) => rest.replace(pattern, put), nameless);
}

/** What of it is personal, in the words of people; empty where nothing is. */
export function personalIn(text: string, names: readonly string[] = []): string[] {
  const found = scrubRules.filter(({ pattern }) => text.match(pattern) !== null).map(({ name }) => name);
  const named = names.some((name) => name.length >= 2 && text.includes(name)) ? [scrubName] : [];
  return [...new Set([...found, ...named])];
}
