import { z } from 'zod';
import { id, instant } from '#contract/common.ts';
import { event } from '#contract/define.ts';
import { activityKinds, sessionStates } from './codes.ts';

const kind = z.enum(activityKinds);

export const activityPlanned = event(
  'activity.planned',
  z.object({ kind, copiedFrom: id.nullable(), template: z.boolean() }),
);
export const activityChanged = event('activity.changed', z.object({ fields: z.array(z.string()) }));
export const activityPublished = event(
  'activity.published',
  z.object({ kind, programmeId: id.nullable(), sessionIds: z.array(id), seedHashes: z.array(z.string()) }),
);
/** Of the whole activity, or of one session of it; who had signed up is told. */
export const activityCancelled = event(
  'activity.cancelled',
  z.object({ kind, sessionIds: z.array(id), reason: z.string(), personIds: z.array(id) }),
);
/** All its sessions have passed. */
export const activityEnded = event('activity.ended', z.object({ kind, sessionIds: z.array(id) }));

/** Members of one sign-up who came with one tap; the subject is the activity. */
const party = {
  sessionId: id,
  /** The number of the sign-up within its session. */
  number: z.number().int(),
  familyId: id.nullable(),
  signedBy: id,
  personIds: z.array(id),
};
export const signUpEntered = event('sign_up.entered', z.object(party));
export const signUpConfirmed = event(
  'sign_up.confirmed',
  z.object({ ...party, way: z.enum(['first_come', 'drawn', 'promoted']) }),
);
export const signUpWaiting = event(
  'sign_up.waiting',
  z.object({ ...party, rank: z.number().int(), way: z.enum(['first_come', 'drawn']) }),
);
export const signUpOffered = event('sign_up.offered', z.object({ ...party, offeredUntil: instant }));
export const signUpCancelled = event('sign_up.cancelled', z.object(party));
export const signUpDeclined = event('sign_up.declined', z.object(party));
export const signUpLapsed = event('sign_up.lapsed', z.object(party));
/** Did not come and had not cancelled; seen by the organiser and the person alone. */
export const signUpMissed = event('sign_up.missed', z.object(party));

/** The lottery of a session: the seed that was promised by its hash, opened. */
export const sessionDrawn = event(
  'activity.drawn',
  z.object({
    sessionId: id,
    seed: z.string(),
    seedHash: z.string(),
    entries: z.number().int(),
    placed: z.number().int(),
  }),
);
export const sessionMoved = event(
  'activity.session_ended',
  z.object({ sessionId: id, state: z.enum(sessionStates) }),
);

export const programmeSaved = event('programme.saved', z.object({ fields: z.array(z.string()) }));
export const practiceListSaved = event('practice_list.saved', z.object({ items: z.number().int() }));
export const practiceListPublished = event('practice_list.published', z.object({ items: z.number().int() }));
export const classReported = event('practice_list.class_reported', z.object({ pupils: z.number().int() }));
export const hoursSeen = event('practice_list.hours_seen', z.object({ hours: z.number() }));
export const groupSaved = event('group.saved', z.object({ members: z.number().int(), closed: z.boolean() }));
