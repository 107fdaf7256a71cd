// What follows from a callback. Pure: no clock, no database, no person.
import type { callbackOutcomes } from '#contract/cases/callback/endpoints.ts';
import type { satisfactions, solvedAnswers } from '#contract/cases/codes.ts';
import { refusedUnless, type Verdict } from '../rules.ts';

export interface Said {
  outcome: (typeof callbackOutcomes)[number];
  solved: (typeof solvedAnswers)[number] | null;
  satisfaction: (typeof satisfactions)[number] | null;
  words: string;
}

const attemptsMin = 3;
const dayMs = 86_400_000;
const shanghaiMs = 8 * 3_600_000;

/** Morning, afternoon or evening of Beijing; three calls in one of them are one time of day. */
function timeOfDay(at: string): 'morning' | 'afternoon' | 'evening' {
  const hour = (((Date.parse(at) + shanghaiMs) % dayMs) / 3_600_000) | 0;
  if (hour < 12) return 'morning';
  return hour < 18 ? 'afternoon' : 'evening';
}

/** Who did not answer three times, at two times of day at least, counts as unreachable. */
export function giveUpGuard(attempts: readonly string[]): Verdict {
  const times = new Set(attempts.map(timeOfDay));
  return refusedUnless(attempts.length >= attemptsMin && times.size >= 2, 'case.attempts_few');
}

/** What was said must be whole: both answers, and the requester's words where it goes back to work. */
export function saidGuard({ outcome, solved, satisfaction, words }: Said): Verdict {
  if (outcome !== 'reached') return true;
  if (solved === null || satisfaction === null) return 'case.callback_answers';
  if (solved === 'unreachable' || satisfaction === 'unreachable') return 'case.unreachable_apart';
  return refusedUnless(!isUnsolved({ solved, satisfaction }) || words !== '', 'case.callback_words');
}

/**
 * Who says that somebody could not be reached says it of both answers, and after the attempts that it takes:
 * `missed` are the instants of the calls of this round that nobody answered.
 */
export function unreachableGuard(
  { solved, satisfaction }: Pick<Said, 'solved' | 'satisfaction'>,
  missed: readonly string[],
): Verdict {
  if (solved !== 'unreachable' && satisfaction !== 'unreachable') return true;
  if (solved !== satisfaction) return 'case.unreachable_apart';
  return giveUpGuard(missed);
}

/** Not solved, or not content: a new round. */
export const isUnsolved = ({ solved, satisfaction }: Pick<Said, 'solved' | 'satisfaction'>): boolean =>
  solved === 'no' || satisfaction === 'dissatisfied';
