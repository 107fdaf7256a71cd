// The reply to the resident from what was done, made on the phone: the templates of the office, without the office.

import type { CaseRecord } from '#contract/cases/records.ts';
import { replyGreeting, replyGreetingPlain, replySentences } from '#contract/cases/replies/words.ts';
import { calendarDay } from '#web/lib/formats.ts';

/** Sentences whose part nobody knows are left out. */
export function replyText(record: CaseRecord, done: string): string {
  const reached = record.contacts.findLast(({ outcome }) => outcome === 'reached');
  const arrived = record.timeline.findLast(({ data }) => data.mark === 'arrived');
  const parts: Record<string, string | undefined> = {
    place: record.placeText || undefined,
    matter: record.matter?.name,
    number: record.number || undefined,
    unit: record.lead?.name,
    contactedOn: reached && calendarDay(reached.at),
    arrivedOn: arrived && calendarDay(arrived.at),
    finishedOn: calendarDay(new Date()),
    action: done.trim().replace(/[。.]$/, '') || undefined,
  };
  const greeting = fill(replyGreeting, parts) ?? replyGreetingPlain;
  return [greeting, ...replySentences.solved.map((sentence) => fill(sentence, parts) ?? '')].join('');
}

/** Null where a part is missing. */
function fill(sentence: string, parts: Record<string, string | undefined>): string | null {
  let isWhole = true;
  const filled = sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const part = parts[name];
    if (part === undefined) isWhole = false;
    return part ?? '';
  });
  return isWhole ? filled : null;
}
