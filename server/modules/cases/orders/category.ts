// The category of an outer order as a matter of ours. Pure; answers null rather than guess.
import { matterSynonyms } from '#contract/cases/orders/words.ts';

export interface KnownMatter {
  code: string;
  name: string;
  parentCode: string | null;
}

const separators = /\s*(?:->|>>|[>\uff1e\u2192/\\|\u00bb]|--+)\s*/;

/**
 * `物业管理>楼道堆物` → 0803. The finest level that names one leaf wins; a leaf of the branch that is named too wins
 * over one elsewhere.
 */
export function matterOf(category: string, matters: readonly KnownMatter[]): KnownMatter | null {
  const levels = category
    .normalize('NFKC')
    .split(separators)
    .map((level) => level.trim())
    .filter((level) => level !== '');
  const branches = matters.filter(({ parentCode, name }) => parentCode === null && levels.includes(name));
  const leaves = matters.filter(({ parentCode }) => parentCode !== null);
  for (const level of levels.toReversed()) {
    const found = named(level, leaves);
    const inside = found.filter(({ parentCode }) => branches.some(({ code }) => code === parentCode));
    const [only, second] = inside.length > 0 ? inside : found;
    if (only && !second) return only;
  }
  return null;
}

/** Called so; else the synonym of ours; else the longest name or synonym that the level contains. */
function named(level: string, leaves: readonly KnownMatter[]): KnownMatter[] {
  const exact = leaves.filter(({ name }) => name === (matterSynonyms[level] ?? level));
  if (exact.length > 0) return exact;
  const words = [
    ...leaves.map(({ name }) => [name, name] as const),
    ...Object.entries(matterSynonyms),
  ].filter(([word]) => word.length >= 2 && level.includes(word));
  const longest = Math.max(0, ...words.map(([word]) => word.length));
  const names = new Set(words.filter(([word]) => word.length === longest).map(([, name]) => name));
  return leaves.filter(({ name }) => names.has(name));
}
