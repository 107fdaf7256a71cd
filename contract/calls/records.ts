import { z } from 'zod';
import { can, id, instant, version } from '#contract/common.ts';
import * as codes from './codes.ts';

const place = z.object({ areaId: id, name: z.string() });

const told = {
  callId: id,
  template: z.enum(codes.callTemplates),
  title: z.string(),
  why: z.string(),
  area: place,
  gatherPoint: z.string(),
  startsAt: instant,
  endsAt: instant,
  peopleWanted: z.number().int(),
  comingCount: z.number().int(),
  status: z.enum(codes.callStatuses),
  result: z.string().nullable(),
  issuedBy: z.string(),
  issuedAt: instant,
};

/** A call as it is told to whom it is addressed. */
export const myCall = z
  .object({
    ...told,
    answer: z.enum(codes.callAnswers).nullable(),
    isStandby: z.boolean().describe('Enough have come forward already: waiting at home'),
    can: can('answer'),
  })
  .meta({ id: 'MyCall' });
export type MyCall = z.output<typeof myCall>;

/** The same for the office: figures, and nobody who did not come forward. */
export const callRecord = z
  .object({
    ...told,
    areas: z.array(place),
    groups: z.array(z.enum(codes.callGroups)),
    skills: z.array(z.enum(codes.callSkills)),
    reachedCount: z.number().int(),
    cameCount: z.number().int().nullable(),
    endedAt: instant.nullable(),
    endReason: z.string().nullable(),
    sessionId: id,
    version,
    can: can('stand_down', 'close', 'see_people'),
  })
  .meta({ id: 'Call' });
export type CallRecord = z.output<typeof callRecord>;

export const dutyShift = z
  .object({
    shiftId: id,
    title: z.string(),
    area: place,
    place: z.string(),
    startsAt: instant,
    endsAt: instant,
    posts: z.array(z.string()),
    places: z.number().int(),
    takenCount: z.number().int(),
    sessionId: id,
    handover: z.string().nullable().describe('What is still open, for the next shift'),
    handedOverBy: z.string().nullable(),
    handedOverAt: instant.nullable(),
    before: z.string().nullable().describe('What the shift before left'),
    version,
    can: can('hand_over'),
  })
  .meta({ id: 'DutyShift' });
export type DutyShift = z.output<typeof dutyShift>;
