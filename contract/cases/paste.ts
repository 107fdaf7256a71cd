// From a chat to cases: one message or an exported group chat becomes drafts that a person confirms one by one.
import { z } from 'zod';
import { id, line, phone, text } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import { urgencies } from './codes.ts';
import { caseMoved } from './records.ts';
import { alarm, matterSuggestion, placeSuggestion, similarCase } from './suggest.ts';

/** A paste is at most this long; longer ones are refused before they are read. Code units. */
export const CHAT_TEXT_MAX = 200_000;
/** What one draft keeps of the chat, to the last character. */
export const ORIGINAL_TEXT_MAX = 20_000;

export const pasteDraft = z
  .object({
    title: z.string(),
    text: z.string().describe('What was said, without heads and marks'),
    original: z.string().describe('As pasted; kept with the case'),
    who: z.string().nullable().describe('Name in the chat'),
    when: z.string().nullable().describe('`YYYY-MM-DDTHH:MM` in China'),
    phones: z.array(z.string()).describe('In the clear: they were pasted by the caller'),
    place: placeSuggestion.nullable(),
    placeText: z.string(),
    matters: z.array(matterSuggestion).max(3),
    sure: z.boolean(),
    urgency: z.enum(urgencies),
    urgencyWords: z.array(z.string()),
    alarms: z.array(alarm),
    mediaCount: z.number().int(),
    similar: z.array(similarCase),
    openedAs: z
      .object({ caseId: id, number: z.string() })
      .nullable()
      .describe('The same words were pasted before'),
  })
  .meta({ id: 'PasteDraft' });
export type PasteDraft = z.output<typeof pasteDraft>;

export const readPaste = endpoint({
  name: 'cases.read_paste',
  method: 'POST',
  path: '/api/cases/paste/read',
  summary:
    'Reads a pasted message or group chat into drafts. Keeps nothing; what is no case is shown as it is.',
  access: 'case.intake',
  idempotent: false,
  body: z.object({ text: z.string().max(CHAT_TEXT_MAX) }),
  output: z.object({
    drafts: z.array(pasteDraft),
    rest: z
      .array(
        z.object({
          kind: z.enum(['message', 'system', 'divider']),
          who: z.string().nullable(),
          raw: z.string(),
        }),
      )
      .describe('Everything that became no draft, in its order'),
  }),
});

export const openPasted = endpoint({
  name: 'cases.open_pasted',
  method: 'POST',
  path: '/api/cases/paste',
  summary:
    'Opens one confirmed draft as a case of the channel WeChat, keeps the original, answers a reply to copy.',
  access: 'case.intake',
  body: z.object({
    title: line(80),
    text: text(4000),
    original: z.string().max(ORIGINAL_TEXT_MAX),
    matterCode: line(20).nullable().default(null),
    areaId: id.nullable().default(null).describe('The place of the caller’s post when nobody knows it'),
    placeText: text(200).default(''),
    urgency: z.enum(urgencies).nullable().default(null),
    requester: z
      .object({ name: line(40), phone: phone.nullable().default(null) })
      .nullable()
      .default(null),
  }),
  output: z.object({ case: caseMoved, reply: z.string().describe('Ready to be copied back into the chat') }),
});
