// What was pasted from a chat, as drafts: nothing is kept, a person looks at each.
import { createHash } from 'node:crypto';
import { ORIGINAL_TEXT_MAX, type PasteDraft, type readPaste as readEndpoint } from '#contract/cases/paste.ts';
import { safetyAlarms } from '#contract/cases/safety/alarms.ts';
import type { InputOf, OutputOf } from '#contract/define.ts';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { parseChat } from '../../locate/chat.ts';
import { type CaseDraft, draftCases } from '../../locate/drafts.ts';
import { knownPlaces } from '../../places.ts';
import { casesByDigest } from '../../store/originals.ts';
import { suggestMatters } from '../matters.ts';
import { similarOpen } from '../suggest.ts';
import { locate } from '../understand.ts';

/** Blanks at the ends differ between two copies of the same words. */
export const digestOfPaste = (original: string): string =>
  createHash('sha256').update(original.trim()).digest('hex');

export async function readPaste(
  context: Context,
  input: InputOf<typeof readEndpoint>,
): Promise<OutputOf<typeof readEndpoint>> {
  const messages = parseChat(input.text, { today: dayOf(context.now) });
  const { gazetteer } = await knownPlaces(context);
  const { drafts, chatter } = draftCases(messages, gazetteer);
  const known = await casesByDigest(
    context,
    drafts.map(({ original }) => digestOfPaste(kept(original))),
  );
  const shown: PasteDraft[] = [];
  for (const draft of drafts)
    shown.push(await viewDraft(context, draft, known.get(digestOfPaste(kept(draft.original))) ?? null));
  return {
    drafts: shown,
    rest: chatter.flatMap((index) => {
      const message = messages[index];
      return message ? [{ kind: message.kind, who: message.who, raw: message.raw }] : [];
    }),
  };
}

const kept = (original: string) => original.slice(0, ORIGINAL_TEXT_MAX);

async function viewDraft(
  context: Context,
  draft: CaseDraft,
  openedAs: PasteDraft['openedAs'],
): Promise<PasteDraft> {
  const placeText = spokenPlace(draft);
  const where = { text: draft.text, placeText, areaId: null, longitude: null, latitude: null };
  const place = await locate(context, where);
  const suggested = await suggestMatters(context, draft.text);
  return {
    title: draft.title,
    text: draft.text,
    original: kept(draft.original),
    who: draft.who,
    when: draft.when,
    phones: draft.phones,
    place,
    placeText,
    matters: suggested.matters,
    sure: suggested.sure,
    urgency: draft.urgency,
    urgencyWords: draft.urgencyWords,
    alarms: safetyAlarms(draft.text).map(({ alarm: kind, word }) => ({ kind, word })),
    mediaCount: draft.mediaCount,
    similar: await similarOpen(context, {
      ...where,
      matterCode: null,
      areaPath: place?.path ?? null,
      suggested,
    }),
    openedAs,
  };
}

/** The words that name the place, in the order they were said. */
const spokenPlace = ({ address }: CaseDraft): string =>
  address.spans
    .map(({ text }) => text)
    .join('')
    .slice(0, 200);
