import { z } from 'zod';
import { can, id, instant } from '#contract/common.ts';
import { plainStatuses } from '../codes.ts';
import { kinds } from '../machine.ts';
import { plainActs, requesterWays } from './codes.ts';

/** One line of what I reported or follow. */
export const plainRow = z
  .object({
    caseId: id,
    number: z.string(),
    kind: z.enum(kinds),
    title: z.string(),
    placeText: z.string(),
    status: z.enum(plainStatuses),
    reportedAt: instant,
    dueAt: instant.nullable(),
    unit: z.string().nullable().describe('Who handles it'),
    way: z.enum(requesterWays),
    version: z.number().int(),
  })
  .meta({ id: 'PlainCaseRow' });
export type PlainRow = z.output<typeof plainRow>;

/** The case as its requester sees it: five plain words, no inner notes. */
export const plainCase = plainRow
  .extend({
    answer: z.string().nullable().describe('What was told to the requester'),
    requesterCount: z.number().int().describe('Neighbours who asked for the same, the viewer too'),
    steps: z.array(z.object({ at: instant, status: z.enum(plainStatuses) })),
    timeline: z.array(
      z.object({
        at: instant,
        act: z.enum(plainActs),
        unit: z.string().nullable(),
        note: z.string().nullable(),
        until: instant.nullable(),
        fileIds: z.array(id),
        voiceIds: z.array(id),
      }),
    ),
    calls: z
      .array(z.object({ name: z.string(), phone: z.string(), leads: z.boolean() }))
      .describe('Duty desks: of the unit that has it in hand, and of the community'),
    urgedAt: instant.nullable().describe('When the viewer last asked to hurry'),
    urgeFrom: instant.nullable().describe('From when the viewer may ask again; null: now'),
    mergedInto: z.string().nullable().describe('Number of the case in which this one goes on'),
    againOf: z.object({ caseId: id, number: z.string() }).nullable(),
    photosPublic: z
      .boolean()
      .nullable()
      .describe('Whether my photos may be shown with the result; null where there is nothing to ask'),
    can: can('withdraw', 'urge', 'supplement', 'rate', 'again'),
  })
  .meta({ id: 'PlainCase' });
export type PlainCase = z.output<typeof plainCase>;
