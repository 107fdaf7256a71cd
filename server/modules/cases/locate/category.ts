// The category that plain words tell, before a street has taught its own classifier. Pure.
import { categoryKeywords, livelihoodWords } from '#contract/cases/paste/words.ts';
import { safetyAlarms } from '#contract/cases/safety/alarms.ts';

export interface Category {
  /** `major/minor` by the names of the tree of matters. */
  code: string;
  words: string[];
}

/** The category with most of its words in the text; the earlier in the list wins a tie. */
export function categoryOf(text: string): Category | null {
  let best: Category | null = null;
  for (const [code, keywords] of Object.entries(categoryKeywords)) {
    const words = keywords.filter((word) => text.includes(word));
    if (words.length > (best?.words.length ?? 0)) best = { code, words };
  }
  return best;
}

export type HeardUrgency = 'critical' | 'livelihood' | 'ordinary';

/** Danger first, by the same words that alarm everywhere; then what a household cannot do without. */
export function urgencyOf(text: string): { urgency: HeardUrgency; urgencyWords: string[] } {
  const alarms = safetyAlarms(text).map(({ word }) => word);
  if (alarms.length > 0) return { urgency: 'critical', urgencyWords: alarms };
  const words = livelihoodWords.filter((word) => text.includes(word));
  if (words.length > 0) return { urgency: 'livelihood', urgencyWords: words };
  return { urgency: 'ordinary', urgencyWords: [] };
}
