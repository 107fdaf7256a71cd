import { z } from 'zod';
import { day, done, id, instant, line, page, paging } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import { directions } from './kinds.ts';
import {
  certificate,
  checkedCertificate,
  hourRequest,
  memberKey,
  ownHours,
  ownSession,
  scanOutcome,
  venue,
  venueRow,
} from './records.ts';

const direction = z.enum(directions);
const sessionParams = z.object({ sessionId: id });

/** The same for every scan: what makes it happen once, and how far its clock may be believed. */
const scanFacts = {
  nonce: id.describe('Made with the scan; sent again it is answered again'),
  deviceId: id.describe('Random, kept by this browser'),
  ageMs: z
    .number()
    .int()
    .min(0)
    .max(8 * 86_400_000)
    .default(0)
    .describe('Since the scan, by the clock of the device that nobody sets; 0 for a scan sent at once'),
  scannedWall: instant.optional().describe('What the wall clock of the device said at the scan'),
  sentWall: instant.optional().describe('What it said when this was sent'),
};

// At the venue

export const listVenues = endpoint({
  name: 'attendance.list_venues',
  method: 'GET',
  path: '/api/attendance/venues',
  summary: 'Sessions of a day at which the viewer may do duty, with how many came.',
  access: 'attendance.run',
  query: z.object({ day: day.optional() }),
  output: z.object({ items: z.array(venueRow) }),
});

export const readVenue = endpoint({
  name: 'attendance.read_venue',
  method: 'GET',
  path: '/api/attendance/venues/:sessionId',
  summary: 'One session with its key, who is expected and who is here: what the phone at the venue keeps.',
  access: 'attendance.run',
  params: sessionParams,
  output: venue,
});

export const openVenue = endpoint({
  name: 'attendance.open_venue',
  method: 'POST',
  path: '/api/attendance/venues/:sessionId/open',
  summary: 'Makes the key of the venue code and notes who is on duty, and how their clock stands.',
  access: 'attendance.run',
  params: sessionParams,
  body: z.object({ screenNow: instant }),
  output: done,
});

export const scanMember = endpoint({
  name: 'attendance.scan_member',
  method: 'POST',
  path: '/api/attendance/venues/:sessionId/scans',
  summary:
    'Staff sign a member in or out: by the member’s code or digits, or by name and four digits of the phone.',
  access: 'attendance.run',
  params: sessionParams,
  body: z.object({
    direction,
    by: z.discriminatedUnion('way', [
      z.object({ way: z.literal('code'), code: z.string().min(1).max(200) }),
      z.object({ way: z.literal('digits'), digits: z.string().regex(/^\d{8}$/) }),
      z.object({ way: z.literal('name'), name: line(40), phoneTail: z.string().regex(/^\d{4}$/) }),
    ]),
    ...scanFacts,
  }),
  output: scanOutcome,
});

export const reviewScan = endpoint({
  name: 'attendance.review_scan',
  method: 'POST',
  path: '/api/attendance/scans/:scanId/review',
  summary: 'Decides a scan that was set aside: it counts, or it does not.',
  access: 'attendance.run',
  params: z.object({ scanId: id }),
  body: z.object({ accept: z.boolean() }),
  output: done,
});

export const requestHours = endpoint({
  name: 'attendance.request_hours',
  method: 'POST',
  path: '/api/attendance/venues/:sessionId/requests',
  summary: 'Enters times by hand, also a missing sign-out; a second person must confirm.',
  access: 'attendance.run',
  params: sessionParams,
  body: z.object({
    personId: id,
    startedAt: instant,
    endedAt: instant,
    reason: line(200),
  }),
  output: hourRequest,
});

export const listHourRequests = endpoint({
  name: 'attendance.list_requests',
  method: 'GET',
  path: '/api/attendance/requests',
  summary: 'Entries by hand and corrections that wait for a second person, and what residents ask for.',
  access: 'activity.read',
  query: z.object({ sessionId: id.optional(), ...paging }),
  output: page(hourRequest),
});

const requestParams = z.object({ requestId: id });

export const confirmHours = endpoint({
  name: 'attendance.confirm_hours',
  method: 'POST',
  path: '/api/attendance/requests/:requestId/confirm',
  summary: 'The second person signs: hours by hand need duty at the place, corrections the right to approve.',
  access: 'attendance.run',
  params: requestParams,
  output: hourRequest,
});

export const approveCorrection = endpoint({
  name: 'attendance.approve_correction',
  method: 'POST',
  path: '/api/attendance/requests/:requestId/approve',
  summary: 'Signs a correction: neither who asked for it nor whom it is about.',
  access: 'activity.approve',
  params: requestParams,
  output: hourRequest,
});

export const declineHours = endpoint({
  name: 'attendance.decline_hours',
  method: 'POST',
  path: '/api/attendance/requests/:requestId/decline',
  summary: 'Turns hours by hand down, with the reason; who asked may take it back.',
  access: 'attendance.run',
  params: requestParams,
  body: z.object({ reason: line(200) }),
  output: hourRequest,
});

export const declineCorrection = endpoint({
  name: 'attendance.decline_correction',
  method: 'POST',
  path: '/api/attendance/requests/:requestId/decline-correction',
  summary:
    'Turns a correction down, with the reason: before it is taken up, or in the place of the signature.',
  access: 'activity.edit',
  params: requestParams,
  body: z.object({ reason: line(200) }),
  output: hourRequest,
});

export const takeUpRequest = endpoint({
  name: 'attendance.take_up_request',
  method: 'POST',
  path: '/api/attendance/requests/:requestId/take-up',
  summary: 'Staff put their name to what a resident asks for, with the minutes they found; another signs.',
  access: 'activity.edit',
  params: requestParams,
  body: z.object({ minutes: z.number().int().min(0).max(1440), reason: line(200) }),
  output: hourRequest,
});

export const revokeKeysAtVenue = endpoint({
  name: 'attendance.revoke_keys_at_venue',
  method: 'POST',
  path: '/api/attendance/venues/:sessionId/revocations',
  summary: 'Somebody who is signed up has lost the phone: their codes are void.',
  access: 'attendance.run',
  params: sessionParams,
  body: z.object({ personId: id }),
  output: done,
});

// On the resident's phone

export const listOwnSessions = endpoint({
  name: 'attendance.own_sessions',
  method: 'GET',
  path: '/api/me/attendance',
  summary: 'Sessions of today for which the viewer, the viewer’s children and family are signed up.',
  access: 'signed_in',
  output: z.object({ items: z.array(ownSession) }),
});

export const scanVenue = endpoint({
  name: 'attendance.scan_venue',
  method: 'POST',
  path: '/api/me/attendance/scans',
  summary: 'Signs oneself and companions in or out with the venue’s code, or with its six digits.',
  access: 'signed_in',
  body: z.object({
    by: z.discriminatedUnion('way', [
      z.object({ way: z.literal('code'), code: z.string().min(1).max(200) }),
      z.object({ way: z.literal('digits'), sessionId: id, direction, digits: z.string().regex(/^\d{6}$/) }),
    ]),
    personIds: z.array(id).min(1).max(12),
    ...scanFacts,
  }),
  output: z.object({ title: z.string(), direction, outcomes: z.array(scanOutcome) }),
});

export const takeMemberKey = endpoint({
  name: 'attendance.take_member_key',
  method: 'POST',
  path: '/api/me/attendance/keys',
  summary:
    'Gives this device the key for the member code of the viewer or a companion, with the ticket of the day.',
  access: 'signed_in',
  idempotent: false,
  body: z.object({ personId: id, deviceId: id }),
  output: memberKey,
});

export const readOwnHours = endpoint({
  name: 'attendance.own_hours',
  method: 'GET',
  path: '/api/me/hours',
  summary: 'Hours and stars of the viewer and the viewer’s children, by activity.',
  access: 'signed_in',
  output: ownHours,
});

export const issueCertificate = endpoint({
  name: 'attendance.issue_certificate',
  method: 'POST',
  path: '/api/me/certificates',
  summary: 'Issues the proof of service of one organisation: who recorded the hours proves them.',
  access: 'signed_in',
  body: z.object({ personId: id, organisationId: id.nullable(), fromOn: day, toOn: day }),
  output: z.object({ certificateId: id }),
});

export const listCertifiable = endpoint({
  name: 'attendance.list_certifiable',
  method: 'GET',
  path: '/api/me/certificates',
  summary: 'Organisations that recorded hours of the viewer or a child, and the proofs issued so far.',
  access: 'signed_in',
  output: z.object({
    organisations: z.array(
      z.object({
        personId: id,
        name: z.string(),
        organisationId: id.nullable(),
        organisation: z.string(),
        fromOn: day,
        toOn: day,
        minutes: z.number().int(),
      }),
    ),
    issued: z.array(certificate.omit({ lines: true })),
  }),
});

export const readCertificate = endpoint({
  name: 'attendance.read_certificate',
  method: 'GET',
  path: '/api/me/certificates/:certificateId',
  summary: 'One proof as it is printed.',
  access: 'signed_in',
  params: z.object({ certificateId: id }),
  output: certificate,
});

export const checkCertificate = endpoint({
  name: 'attendance.check_certificate',
  method: 'GET',
  path: '/api/certificates/:code',
  summary: 'Whether a proof is genuine, by the code printed on it; names stay masked.',
  access: 'public',
  callsPerMinuteMax: 30,
  params: z.object({ code: z.string().regex(/^[0-9A-Za-z -]{12,20}$/) }),
  output: checkedCertificate,
});
