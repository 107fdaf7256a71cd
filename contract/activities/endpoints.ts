import { z } from 'zod';
import { day, done, id, instant, line, page, paging, text, version } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import {
  activityStates,
  allotments,
  audiences,
  categories,
  languages,
  photoPolicies,
  priorities,
  riskLevels,
} from './codes.ts';
import { activity, activityRow, programme, signUpLine, weekRow } from './records.ts';

const years = z.number().int().min(0).max(120).nullable().default(null);
const said = line(500).nullable().default(null);
const yes = z.literal(['true', true]).transform(() => true as const);

/** What organisers write about an activity. */
export const activityFacts = z.object({
  title: line(60),
  body: text(4000).default(''),
  place: line(120),
  programmeId: id.nullable().default(null),
  category: z.enum(categories),
  areaId: id,
  organiserId: id.nullable().default(null),
  ageMin: years,
  ageMax: years,
  accompaniedBelow: years,
  languages: z.array(z.enum(languages)).max(3).default(['zh']),
  isFor: z.enum(audiences).default('participants'),
  guardianConsent: z.boolean().default(true),
  photos: z.enum(photoPolicies).default('ask'),
  riskLevel: z.enum(riskLevels).default('low'),
  riskTold: said,
  insurance: said,
  agreement: said,
  allotment: z.enum(allotments).default('first_come'),
  priority: z.enum(priorities).default('none'),
  familyCap: z.number().int().min(1).max(20).nullable().default(null),
  confirmHours: z.number().int().min(1).max(72).default(2),
});
export type ActivityFacts = z.output<typeof activityFacts>;

export const postFacts = z.object({
  name: line(40),
  duty: text(200).default(''),
  places: z.number().int().min(1).max(10_000),
});

/** `opensAt` is the publication when left out, `closesAt` the beginning. With posts, `places` is their sum. */
export const sessionFacts = z.object({
  startsAt: instant,
  endsAt: instant,
  place: line(120).optional(),
  opensAt: instant.optional(),
  closesAt: instant.optional(),
  places: z.number().int().min(1).max(100_000),
  posts: z.array(postFacts).max(30).default([]),
});
export type SessionFacts = z.output<typeof sessionFacts>;

const activityParams = z.object({ activityId: id });
const sessionParams = z.object({ sessionId: id });
const _signUpParams = z.object({ signUpId: id });

// Programmes

export const listProgrammes = endpoint({
  name: 'activities.list_programmes',
  method: 'GET',
  path: '/api/programmes',
  summary: 'Programmes of the street with what came of them.',
  access: 'signed_in',
  output: z.object({ items: z.array(programme) }),
});

export const programmeFacts = z.object({
  name: line(40),
  aims: text(1000).default(''),
  areaId: id,
  forChildren: z.boolean().default(false),
  status: z.enum(['active', 'closed']).default('active'),
});

export const makeProgramme = endpoint({
  name: 'activities.make_programme',
  method: 'POST',
  path: '/api/programmes',
  summary: 'Begins a programme that groups activities.',
  access: 'activity.edit',
  body: programmeFacts,
  output: programme,
});

export const changeProgramme = endpoint({
  name: 'activities.change_programme',
  method: 'POST',
  path: '/api/programmes/:programmeId',
  summary: 'Changes a programme, or closes it.',
  access: 'activity.edit',
  params: z.object({ programmeId: id }),
  body: programmeFacts.extend({ version }),
  output: programme,
});

// Activities on the desk

export const listActivities = endpoint({
  name: 'activities.list',
  method: 'GET',
  path: '/api/activities',
  summary: 'Activities inside the viewer’s areas; the nearest first. `template` lists templates instead.',
  access: 'activity.read',
  query: z.object({
    search: line(60).optional(),
    state: z.enum(activityStates).optional(),
    category: z.enum(categories).optional(),
    programmeId: id.optional(),
    areaId: id.optional(),
    from: day.optional(),
    to: day.optional(),
    template: yes.optional(),
    ...paging,
  }),
  output: page(activityRow),
});

export const getActivity = endpoint({
  name: 'activities.get',
  method: 'GET',
  path: '/api/activities/:activityId',
  summary: 'One activity with its sessions and posts.',
  access: 'activity.read',
  params: activityParams,
  output: activity,
});

export const planActivity = endpoint({
  name: 'activities.plan',
  method: 'POST',
  path: '/api/activities',
  summary: 'Writes a draft with its sessions, or a template without.',
  access: 'activity.edit',
  body: activityFacts.extend({
    sessions: z.array(sessionFacts).max(60).default([]),
    template: z.boolean().default(false),
  }),
  output: activity,
});

export const changeActivity = endpoint({
  name: 'activities.change',
  method: 'POST',
  path: '/api/activities/:activityId',
  summary: 'Changes a draft with its sessions; of a published one only text and place.',
  access: 'activity.edit',
  params: activityParams,
  body: activityFacts.extend({ sessions: z.array(sessionFacts).max(60).optional(), version }),
  output: activity,
});

export const publishActivity = endpoint({
  name: 'activities.publish',
  method: 'POST',
  path: '/api/activities/:activityId/publish',
  summary: 'Publishes a draft; the seed of each lottery is promised by its hash from here on.',
  access: 'activity.edit',
  params: activityParams,
  body: z.object({ version }),
  output: activity,
});

export const cancelActivity = endpoint({
  name: 'activities.cancel',
  method: 'POST',
  path: '/api/activities/:activityId/cancel',
  summary: 'Cancels an activity, or one session of it; whoever had signed up is free again.',
  access: 'activity.edit',
  params: activityParams,
  body: z.object({ reason: line(200), sessionId: id.optional(), version }),
  output: activity,
});

export const copyActivity = endpoint({
  name: 'activities.copy',
  method: 'POST',
  path: '/api/activities/:activityId/copy',
  summary: 'The same once more (照上次再办一场): a draft whose first session begins at `startsAt`.',
  access: 'activity.edit',
  params: activityParams,
  body: z.object({ startsAt: instant }),
  output: activity,
});

export const listSignUps = endpoint({
  name: 'activities.list_sign_ups',
  method: 'GET',
  path: '/api/activity-sessions/:sessionId/sign-ups',
  summary: 'Who has a place, who waits, in order; names masked.',
  access: 'activity.read',
  params: sessionParams,
  output: z.object({ items: z.array(signUpLine) }),
});

export const markMissed = endpoint({
  name: 'activities.mark_missed',
  method: 'POST',
  path: '/api/activity-sessions/:sessionId/missed',
  summary: 'Notes who had a place and did not come; seen by organisers and the person alone.',
  access: 'activity.edit',
  params: sessionParams,
  body: z.object({ signUpIds: z.array(id).min(1).max(500) }),
  output: done,
});

export const checkWeek = endpoint({
  name: 'activities.check_week',
  method: 'GET',
  path: '/api/activities/week',
  summary: 'Communities with the children’s sessions of a week (Monday to Sunday); none is a gap to fill.',
  access: 'activity.read',
  query: z.object({ day: day.optional() }),
  output: z.object({ from: day, to: day, items: z.array(weekRow) }),
});
