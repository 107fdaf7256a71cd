import { z } from 'zod';
import { id, instant } from '#contract/common.ts';
import { event } from '#contract/define.ts';
import { credits, directions, hourSources, marks, ways } from './kinds.ts';
import { noticeKinds } from './notice.ts';

/** Minutes became a fact: both scans are there, or two people signed for them. */
export const hoursRecorded = event(
  'hours.recorded',
  z.object({
    entryId: id,
    personId: id,
    familyId: id.nullable(),
    sessionId: id,
    activityId: id,
    programmeId: id.nullable(),
    minutes: z.number().int().min(0),
    /** The weaker of both scans: `staff` and `backfill` have no scan of the person's own. */
    source: z.enum(hourSources),
    /** Children below 14 take part as members of a family. */
    credit: z.enum(credits),
    startedAt: instant,
  }),
);

/** A signed row took the place of another; what was granted for the first follows the difference. */
export const hoursCorrected = event(
  'hours.corrected',
  z.object({
    entryId: id,
    correctsId: id,
    personId: id,
    familyId: id.nullable(),
    activityId: id,
    programmeId: id.nullable(),
    minutesBefore: z.number().int().min(0),
    minutesAfter: z.number().int().min(0),
  }),
);

export const venueOpened = event('venue.opened', z.object({ sessionId: id }));
/** The key of the venue code was destroyed. */
export const venueClosed = event('venue.closed', z.object({ sessionId: id }));

export const attendanceScanned = event(
  'attendance.scanned',
  z.object({
    sessionId: id,
    personIds: z.array(id),
    direction: z.enum(directions),
    way: z.enum(ways),
    mark: z.enum(marks),
  }),
);
export const attendanceReviewed = event(
  'attendance.reviewed',
  z.object({ sessionId: id, personId: id, accepted: z.boolean() }),
);

export const memberKeyGiven = event('attendance.member_key_given', z.object({ personId: id }));

export const hourRequested = event(
  'hours.requested',
  z.object({ sessionId: id, personId: id, kind: z.enum(['backfill', 'correction']) }),
);
export const hourRequestDecided = event(
  'hours.request_decided',
  z.object({ sessionId: id, personId: id, confirmed: z.boolean() }),
);

export const hoursRulesChanged = event(
  'hours.rules_changed',
  z.object({
    version: z.number().int(),
    dayMinutesMax: z.number().int(),
    starHours: z.array(z.number().int()),
    fromOn: z.iso.date(),
  }),
);

export const correctionAsked = event('hours.correction_asked', z.object({ sessionId: id, personId: id }));
export const requestTakenUp = event('hours.request_taken_up', z.object({ sessionId: id, personId: id }));
export const honourJoined = event('honour.joined', z.object({ personId: id }));
export const honourLeft = event('honour.left', z.object({ personId: id }));
export const memberKeyRevoked = event(
  'attendance.member_key_revoked',
  z.object({ personId: id, keys: z.number().int() }),
);

export const certificateIssued = event(
  'certificate.issued',
  z.object({ personId: id, minutes: z.number().int() }),
);

const noticed = z.object({ kind: z.enum(noticeKinds), subjectId: id });
export const hoursChecked = event(
  'hours.checked',
  z.object({ checkId: id, drawn: z.number().int(), wrong: z.number().int() }),
);
export const hoursObjected = event('hours.objected', noticed);
export const hoursObjectionDecided = event(
  'hours.objection_decided',
  noticed.extend({ objectionId: id, upheld: z.boolean() }),
);
