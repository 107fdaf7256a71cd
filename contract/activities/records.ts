import { z } from 'zod';
import { can, day, id, instant } from '#contract/common.ts';
import {
  activityKinds,
  activityStates,
  allotments,
  audiences,
  categories,
  groupKinds,
  languages,
  photoChoices,
  photoPolicies,
  priorities,
  riskLevels,
  sessionStates,
  signUpStates,
} from './codes.ts';

export const programme = z.object({
  programmeId: id,
  brand: z.string().nullable(),
  name: z.string(),
  aims: z.string(),
  areaId: id,
  areaName: z.string(),
  forChildren: z.boolean(),
  status: z.enum(['active', 'closed']),
  totals: z.object({
    activities: z.number().int(),
    sessions: z.number().int(),
    people: z.number().int().describe('Places that were taken, over all sessions that have begun'),
  }),
  version: z.number().int(),
});
export type ProgrammeRecord = z.output<typeof programme>;

export const post = z.object({
  postId: id,
  name: z.string(),
  duty: z.string(),
  places: z.number().int(),
  taken: z.number().int(),
});
export type PostRecord = z.output<typeof post>;

const drawPromise = z.object({
  seedHash: z.string().describe('SHA-256 of the seed, hex; shown from publication on'),
  drawnAt: instant.nullable(),
});

export const session = z.object({
  sessionId: id,
  startsAt: instant,
  endsAt: instant,
  place: z.string(),
  state: z.enum(sessionStates),
  opensAt: instant,
  closesAt: instant,
  places: z.number().int(),
  taken: z.number().int(),
  waiting: z.number().int(),
  pending: z.number().int().describe('Entered for the draw'),
  draw: drawPromise.nullable(),
  posts: z.array(post),
});
export type SessionRecord = z.output<typeof session>;

export const activityRow = z.object({
  activityId: id,
  title: z.string(),
  kind: z.enum(activityKinds),
  category: z.enum(categories),
  programmeId: id.nullable(),
  programmeName: z.string().nullable(),
  areaId: id,
  areaName: z.string(),
  place: z.string(),
  state: z.enum(activityStates),
  template: z.boolean(),
  ageMin: z.number().int().nullable(),
  ageMax: z.number().int().nullable(),
  isFor: z.enum(audiences),
  allotment: z.enum(allotments),
  nextSession: session.omit({ posts: true }).nullable(),
  sessions: z.number().int(),
});
export type ActivityRow = z.output<typeof activityRow>;

export const activityVerbs = ['change', 'publish', 'cancel', 'copy'] as const;

/** What organisers write about an activity. */
export const activityShape = {
  title: z.string(),
  body: z.string(),
  place: z.string(),
  programmeId: id.nullable(),
  category: z.enum(categories),
  areaId: id,
  organiserId: id.nullable(),
  ageMin: z.number().int().nullable(),
  ageMax: z.number().int().nullable(),
  accompaniedBelow: z.number().int().nullable(),
  languages: z.array(z.enum(languages)),
  isFor: z.enum(audiences),
  guardianConsent: z.boolean(),
  photos: z.enum(photoPolicies),
  riskLevel: z.enum(riskLevels),
  riskTold: z.string().nullable(),
  insurance: z.string().nullable(),
  agreement: z.string().nullable(),
  allotment: z.enum(allotments),
  priority: z.enum(priorities),
  familyCap: z.number().int().nullable(),
  confirmHours: z.number().int(),
};

export const activity = z.object({
  activityId: id,
  kind: z.enum(activityKinds),
  ...activityShape,
  areaName: z.string(),
  programmeName: z.string().nullable(),
  organiserName: z.string().nullable(),
  state: z.enum(activityStates),
  template: z.boolean(),
  copiedFrom: id.nullable(),
  cancelReason: z.string().nullable(),
  publishedAt: instant.nullable(),
  sessions: z.array(session),
  version: z.number().int(),
  can: can(...activityVerbs),
});
export type ActivityRecord = z.output<typeof activity>;

/** One line of the organiser's list; names masked as everywhere on the desk. */
export const signUpLine = z.object({
  signUpId: id,
  personId: id,
  name: z.string(),
  age: z.number().int().nullable(),
  familyId: id.nullable(),
  accompanies: z.boolean(),
  postName: z.string().nullable(),
  number: z.number().int(),
  state: z.enum(signUpStates),
  rank: z.number().int().nullable(),
  photo: z.enum(photoChoices),
  consented: z.boolean(),
  offeredUntil: instant.nullable(),
  signedAt: instant,
  missedBefore: z.number().int().describe('Private: how often this person stayed away before'),
});
export type SignUpLine = z.output<typeof signUpLine>;

/** Whether a member may come: true, or the code of the reason. */
export const candidate = z.object({
  personId: id,
  name: z.string(),
  age: z.number().int().nullable(),
  isSelf: z.boolean(),
  isChild: z.boolean(),
  photoConsent: z.boolean(),
  may: z.union([z.literal(true), z.string()]),
  accompanies: z.boolean().describe('Too old to take part, may come along with a child'),
});
export type CandidateRecord = z.output<typeof candidate>;

export const mySignUp = z.object({
  signUpId: id,
  sessionId: id,
  activityId: id,
  title: z.string(),
  startsAt: instant,
  endsAt: instant,
  place: z.string(),
  sessionState: z.enum(sessionStates),
  personId: id,
  name: z.string(),
  accompanies: z.boolean(),
  postName: z.string().nullable(),
  number: z.number().int(),
  state: z.enum(signUpStates),
  ahead: z.number().int().nullable().describe('People who wait before this one'),
  offeredUntil: instant.nullable(),
  can: can('confirm', 'cancel'),
});
export type MySignUp = z.output<typeof mySignUp>;

/** What a tap came to; names stay in the register. */
export const given = mySignUp.pick({
  signUpId: true,
  personId: true,
  accompanies: true,
  number: true,
  state: true,
  ahead: true,
});
export type Given = z.output<typeof given>;

/** An activity as residents see it. */
export const residentActivity = activity
  .omit({ version: true, can: true, template: true, copiedFrom: true, organiserId: true })
  .extend({
    candidates: z.record(id, z.array(candidate)).describe('Session → whom the viewer may bring'),
    mine: z.array(mySignUp),
  });
export type ResidentActivity = z.output<typeof residentActivity>;

/** Everything anyone needs to draw once more. Numbers, never names. */
export const drawRecord = z.object({
  sessionId: id,
  activityId: id,
  title: z.string(),
  startsAt: instant,
  closesAt: instant,
  places: z.number().int(),
  familyCap: z.number().int().nullable(),
  priority: z.enum(priorities),
  seedHash: z.string(),
  seed: z.string().nullable(),
  drawnAt: instant.nullable(),
  order: z.array(
    z.object({
      number: z.number().int(),
      people: z.number().int(),
      first: z.boolean().describe('Drawn before the others: had no place yet'),
      hash: z.string(),
      placed: z.boolean(),
    }),
  ),
  myNumbers: z.array(z.number().int()),
});
export type DrawRecord = z.output<typeof drawRecord>;

export const weekRow = z.object({
  areaId: id,
  areaName: z.string(),
  sessions: z.number().int(),
  places: z.number().int(),
});
export type WeekRow = z.output<typeof weekRow>;

export const practiceItem = z.object({
  title: z.string(),
  hoursText: z.string(),
  programmeId: id.nullable(),
  activityId: id.nullable(),
});

export const practiceList = z.object({
  listId: id,
  term: z.string(),
  title: z.string(),
  foreword: z.string(),
  areaId: id,
  areaName: z.string(),
  state: z.enum(['draft', 'published']),
  publishedAt: instant.nullable(),
  items: z.array(practiceItem),
  classes: z.array(
    z.object({ areaName: z.string(), className: z.string(), pupils: z.number().int(), reportedAt: instant }),
  ),
  confirmations: z.array(
    z.object({ className: z.string(), nickname: z.string(), hours: z.number(), confirmedAt: instant }),
  ),
  version: z.number().int(),
  can: can('change', 'publish'),
});
export type PracticeList = z.output<typeof practiceList>;

export const group = z.object({
  groupId: id,
  name: z.string(),
  kind: z.enum(groupKinds),
  ownerName: z.string(),
  members: z.number().int(),
  homes: z
    .number()
    .int()
    .nullable()
    .describe('Homes of its place that are lived in, by the register; null for a school or children'),
  coverage: z.number().int().nullable().describe('Members in a hundred of these homes, 0 to 100'),
  areaId: id,
  areaName: z.string(),
  status: z.enum(['active', 'closed']),
  countedOn: day,
  version: z.number().int(),
});
export type GroupRecord = z.output<typeof group>;
