// Short ways to check-in for tests: one session of the test day, 10:30 to 12:00 in Beijing, its venue open.
import { randomUUID } from 'node:crypto';
import { signUp } from '#contract/activities/mine.ts';
import { bytesOf } from '#contract/attendance/codes/bytes.ts';
import { makeMemberCode } from '#contract/attendance/codes/member.ts';
import { stepAt } from '#contract/attendance/codes/steps.ts';
import { makeVenueCode, venueDigits } from '#contract/attendance/codes/venue.ts';
import { openVenue, readVenue, scanVenue, takeMemberKey } from '#contract/attendance/endpoints.ts';
import type { Direction } from '#contract/attendance/kinds.ts';
import type { MemberKeyRecord } from '#contract/attendance/records.ts';
import { published } from './activities.ts';
import type { Caller, TestStreet } from './street.ts';

export const begins = Date.parse('2026-11-21T02:30:00.000Z');
export const ends = Date.parse('2026-11-21T04:00:00.000Z');
export const minute = 60_000;

/** A session of today by this organiser, with these people signed up. */
export async function sessionToday(
  organiser: Caller,
  areaId: string,
  signed: readonly { by: Caller; personIds: readonly string[] }[],
  more: { activity?: Record<string, unknown>; startsAt?: number; endsAt?: number } = {},
): Promise<string> {
  const { sessionId } = await published(
    organiser,
    areaId,
    { isFor: 'volunteers', ...more.activity },
    {
      startsAt: new Date(more.startsAt ?? begins).toISOString(),
      endsAt: new Date(more.endsAt ?? ends).toISOString(),
    },
  );
  for (const { by, personIds } of signed)
    await by.call(signUp, {
      params: { sessionId },
      body: { members: personIds.map((personId) => ({ personId })), guardianConsent: true },
    });
  return sessionId;
}

export interface OpenVenue {
  code(direction: Direction, at: number): Promise<string>;
  digits(direction: Direction, at: number): Promise<string>;
}

/** Opens the venue and makes its codes, as the phone of staff does. */
export async function venueOf(street: TestStreet, staff: Caller, sessionId: string): Promise<OpenVenue> {
  const params = { sessionId };
  await staff.call(openVenue, { params, body: { screenNow: street.clock.now().toISOString() } });
  const { code, streetId } = await staff.call(readVenue, { params });
  if (!code) throw new Error('The venue is open and has no key.');
  const key = { streetId, occurrence: bytesOf(code.occurrence), secret: bytesOf(code.secret) };
  return {
    code: (direction, at) => makeVenueCode(key, direction, stepAt(at)),
    digits: (direction, at) => venueDigits(key, direction, stepAt(at)),
  };
}

/** What is the same in every scan. */
export const scanned = (more: Record<string, unknown> = {}) => ({
  nonce: randomUUID(),
  deviceId: '00000000-0000-4000-8000-000000000001',
  ...more,
});

export const byCode = (code: string, personIds: readonly string[], more: Record<string, unknown> = {}) => ({
  body: { by: { way: 'code' as const, code }, personIds: [...personIds], ...scanned(more) },
});

/** Signs a person in and out by the venue's code: `from` and `until` are moments of the scans. */
export async function stays(
  street: TestStreet,
  venue: OpenVenue,
  name: string,
  personId: string,
  from: number,
  until: number,
): Promise<void> {
  for (const [direction, at] of [
    ['in', from],
    ['out', until],
  ] as const) {
    street.clock.set(new Date(at).toISOString());
    // Hours pass: the session of before may have ended.
    await (await street.as(name)).call(scanVenue, byCode(await venue.code(direction, at), [personId]));
  }
}

export async function memberKeyOf(caller: Caller, personId: string, deviceId = randomUUID()) {
  return await caller.call(takeMemberKey, { body: { personId, deviceId } });
}

export const memberCode = (key: MemberKeyRecord, at: number) =>
  makeMemberCode(
    {
      streetId: key.streetId,
      pseudonym: bytesOf(key.pseudonym),
      keyId: bytesOf(key.keyId),
      secret: bytesOf(key.secret),
    },
    stepAt(at),
  );
