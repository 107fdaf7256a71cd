import { z } from 'zod';
import { can, day, id, instant } from '#contract/common.ts';
import { credits, directions, hourSources, marks, requestKinds, requestStates, ways } from './kinds.ts';

/** Where a person stands at a session. */
export const presence = z.object({
  in: instant.nullable(),
  out: instant.nullable(),
  /** The graver of both scans. */
  mark: z.enum(marks).nullable(),
  /** Minutes on record; null while they are not. */
  minutes: z.number().int().nullable(),
});
export type Presence = z.output<typeof presence>;

const sessionFacts = {
  sessionId: id,
  activityId: id,
  title: z.string(),
  place: z.string(),
  startsAt: instant,
  endsAt: instant,
};

/** A session that the viewer may run. */
export const venueRow = z
  .object({ ...sessionFacts, expected: z.number().int(), present: z.number().int(), left: z.number().int() })
  .meta({ id: 'VenueRow' });
export type VenueRow = z.output<typeof venueRow>;

export const venuePerson = z
  .object({
    personId: id,
    name: z.string().describe('Masked'),
    nickname: z.string().nullable().describe('Of the family'),
    isChild: z.boolean(),
    presence,
    /** Of the person’s live keys, hex: by these a phone without network knows whose code it has read. */
    pseudonyms: z.array(z.string()),
  })
  .meta({ id: 'VenuePerson' });
export type VenuePerson = z.output<typeof venuePerson>;

/** A scan that a person should look at before it counts. */
export const reviewRow = z
  .object({
    scanId: id,
    personId: id,
    name: z.string().describe('Masked'),
    direction: z.enum(directions),
    happenedAt: instant,
    reason: z.string(),
  })
  .meta({ id: 'ReviewRow' });

/** All that the phone at the venue needs for the day, also when the network is gone. */
export const venue = z
  .object({
    ...sessionFacts,
    streetId: z.number().int(),
    /** Null until the venue is opened, and after the key was destroyed. */
    code: z
      .object({
        occurrence: z.string().describe('8 bytes, hex'),
        secret: z.string().describe('32 bytes, hex; stays on devices of staff'),
        closesAt: instant,
      })
      .nullable(),
    /** Ed25519, 32 bytes, hex: checks tickets without network. */
    ticketKey: z.string(),
    /** Pseudonyms of keys that were reported lost within the last month: void, also without network. */
    revoked: z.array(z.string()),
    serverNow: instant,
    people: z.array(venuePerson),
    reviews: z.array(reviewRow),
    can: can('run'),
  })
  .meta({ id: 'Venue' });
export type VenueRecord = z.output<typeof venue>;

export const scanOutcome = z
  .object({
    personId: id,
    name: z.string(),
    direction: z.enum(directions),
    happenedAt: instant,
    mark: z.enum(marks),
    minutes: z.number().int().nullable(),
    /** Why this person’s scan was not taken; null when it was. */
    refused: z.object({ code: z.string(), sentence: z.string() }).nullable(),
  })
  .meta({ id: 'ScanOutcome' });
export type ScanOutcome = z.output<typeof scanOutcome>;

/** A session of the viewer or of the viewer’s companions, today. */
export const ownSession = z
  .object({
    ...sessionFacts,
    people: z.array(z.object({ personId: id, name: z.string(), isSelf: z.boolean(), presence })),
  })
  .meta({ id: 'OwnSession' });

/** What the member’s phone keeps to show codes; goes out once. */
export const memberKey = z
  .object({
    personId: id,
    name: z.string(),
    streetId: z.number().int(),
    pseudonym: z.string(),
    keyId: z.string(),
    secret: z.string().describe('32 bytes, hex; stays on this device'),
    ticket: z.string().describe('Signed by the street, 88 bytes, hex'),
    ticketUntil: instant,
    serverNow: instant,
  })
  .meta({ id: 'MemberKey' });
export type MemberKeyRecord = z.output<typeof memberKey>;

export const hourEntry = z
  .object({
    entryId: id,
    personId: id,
    name: z.string(),
    sessionId: id,
    activityId: id,
    title: z.string(),
    day,
    startedAt: instant,
    endedAt: instant,
    minutes: z.number().int(),
    source: z.enum(hourSources),
    credit: z.enum(credits),
    isLate: z.boolean(),
    organisation: z.string(),
    /** The row that this one took the place of. */
    corrects: z.object({ minutes: z.number().int(), reason: z.string(), signedBy: z.string() }).nullable(),
    can: can('correct', 'ask').describe('ask: the person concerned asks for a correction'),
  })
  .meta({ id: 'HourEntry' });
export type HourEntryRecord = z.output<typeof hourEntry>;

export const star = z.object({
  level: z.number().int().min(0).max(5),
  minutes: z.number().int(),
  nextMinutes: z.number().int().nullable().describe('Of the next star; null at the highest'),
});

/** What became of an ask of one's own. */
export const ownHourRequest = z.object({
  requestId: id,
  entryId: id,
  personId: id,
  title: z.string(),
  startedAt: instant,
  minutesBefore: z.number().int().nullable(),
  minutes: z.number().int(),
  reason: z.string(),
  state: z.enum(requestStates),
  decisionReason: z.string().nullable(),
});

export const ownHours = z
  .object({
    people: z.array(
      z.object({
        personId: id,
        name: z.string(),
        isSelf: z.boolean(),
        volunteerMinutes: z.number().int(),
        participantMinutes: z.number().int(),
        star,
      }),
    ),
    entries: z.array(hourEntry).describe('The newest first, 200 at most'),
    requests: z.array(ownHourRequest).describe('Corrections asked for, the newest first, 50 at most'),
  })
  .meta({ id: 'OwnHours' });

export const hourRequest = z
  .object({
    requestId: id,
    kind: z.enum(requestKinds),
    state: z.enum(requestStates),
    sessionId: id,
    title: z.string(),
    personId: id,
    name: z.string().describe('Masked'),
    startedAt: instant,
    endedAt: instant,
    minutesBefore: z.number().int().nullable(),
    minutes: z.number().int(),
    reason: z.string(),
    askedBy: z.string(),
    askedAt: instant,
    can: can('takeUp', 'confirm', 'decline'),
  })
  .meta({ id: 'HourRequest' });
export type HourRequestRecord = z.output<typeof hourRequest>;

export const certificate = z
  .object({
    certificateId: id,
    code: z.string(),
    name: z.string(),
    organisation: z.string(),
    street: z.string(),
    fromOn: day,
    toOn: day,
    minutes: z.number().int(),
    lines: z.array(z.object({ day, title: z.string(), minutes: z.number().int() })),
    issuedAt: instant,
  })
  .meta({ id: 'Certificate' });
export type CertificateRecord = z.output<typeof certificate>;

/** What anybody who holds a certificate may learn: that it is genuine, and its figures. */
export const checkedCertificate = z
  .object({
    code: z.string(),
    name: z.string().describe('Masked'),
    organisation: z.string(),
    street: z.string(),
    fromOn: day,
    toOn: day,
    minutes: z.number().int(),
    count: z.number().int(),
    issuedAt: instant,
    /** False when records it stands on were corrected since. */
    holds: z.boolean(),
  })
  .meta({ id: 'CheckedCertificate' });

export const scanWay = z.enum(ways);
