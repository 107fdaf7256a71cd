// The venue: its key, who is expected, who is here.
import { randomBytes } from 'node:crypto';
import { bytesOf, hexOf } from '#contract/attendance/codes/bytes.ts';
import { privateKeyOf, publicKeyOf } from '#contract/attendance/codes/ticket.ts';
import type * as endpoints from '#contract/attendance/endpoints.ts';
import { attendanceReviewed, venueOpened } from '#contract/attendance/events.ts';
import type { VenuePerson } from '#contract/attendance/records.ts';
import type { InputOf, OutputOf } from '#contract/define.ts';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { maskName } from '#kernel/mask/mask.ts';
import { Problem } from '#kernel/problem.ts';
import { areasWith } from '#kernel/scope.ts';
import { placesTaken, type SessionFact, sessionsOn } from '#modules/activities/index.ts';
import { familyNicknames } from '#modules/families/index.ts';
import { personFacts } from '#modules/people/index.ts';
import { communitiesAround, isStaffDuty, mayRun } from '../policy.ts';
import { keyEndsAt } from '../rules.ts';
import { entriesOfSession } from '../store/hours.ts';
import { findOccurrence, insertOccurrence, liveKeysOf, noteDuty } from '../store/keys.ts';
import { revokedSince } from '../store/revocations.ts';
import { countScans, decideScan, findScan, scansOf } from '../store/scans.ts';
import { nowhere, presences } from '../view.ts';
import { recordStay } from './hours.ts';
import { isOwnFamily, loadSession, loadVenue, maskedNames } from './load.ts';

/** As long as a key lives at most. */
const revokedDays = 30;

export async function listVenues(
  context: Context,
  input: InputOf<typeof endpoints.listVenues>,
): Promise<OutputOf<typeof endpoints.listVenues>> {
  const day = input.day ?? dayOf(context.now);
  const sessions = await sessionsOn(
    context,
    day,
    areasWith(context.actor, 'attendance.run'),
    communitiesAround(context.actor),
  );
  const held = sessions.filter(({ status }) => status !== 'cancelled');
  const counts = await countScans(
    context,
    held.map(({ sessionId }) => sessionId),
  );
  const items = [];
  for (const session of held) {
    const came = counts.get(session.sessionId);
    items.push({
      ...factsOf(session),
      expected: (await placesTaken(context, session.sessionId)).length,
      present: (came?.in ?? 0) - (came?.out ?? 0),
      left: came?.out ?? 0,
    });
  }
  return { items };
}

export async function readVenue(
  context: Context,
  input: InputOf<typeof endpoints.readVenue>,
): Promise<OutputOf<typeof endpoints.readVenue>> {
  const session = await loadVenue(context, input.sessionId);
  const key = await findOccurrence(context, session.sessionId);
  const scans = await scansOf(context, session.sessionId);
  const waiting = scans.filter((scan) => scan.state === 'waiting');
  const names = await maskedNames(
    context,
    waiting.map((scan) => scan.person_id),
  );
  return {
    ...factsOf(session),
    streetId: context.streetId,
    code: key?.secret_cipher
      ? {
          occurrence: key.occurrence,
          secret: context.services.crypto.decrypt(key.secret_cipher),
          closesAt: key.closes_at,
        }
      : null,
    ticketKey: hexOf(await publicKeyOf(ticketPrivateKey(context))),
    revoked: await revokedSince(context, new Date(context.now.getTime() - revokedDays * 86_400_000)),
    serverNow: context.now.toISOString(),
    people: await expected(context, session),
    reviews: waiting.map((scan) => ({
      scanId: scan.id,
      personId: scan.person_id,
      name: names.get(scan.person_id) ?? '',
      direction: scan.direction,
      happenedAt: scan.happened_at,
      reason: scan.reason ?? '',
    })),
    can: { run: mayRun(context.actor, session.areaPath) },
  };
}

async function expected(context: Context, session: SessionFact): Promise<VenuePerson[]> {
  const places = await placesTaken(context, session.sessionId);
  const ids = places.map(({ personId }) => personId);
  const facts = await personFacts(context, ids);
  const nicknames = await familyNicknames(
    context,
    places.flatMap(({ familyId }) => familyId ?? []),
  );
  const scans = await scansOf(context, session.sessionId);
  const standing = presences(scans, await entriesOfSession(context, session.sessionId));
  const keys = Map.groupBy(await liveKeysOf(context, ids), (key) => key.person_id);
  return places.map(({ personId, familyId }) => ({
    personId,
    name: maskName(facts.get(personId)?.name ?? ''),
    nickname: familyId ? (nicknames.get(familyId) ?? null) : null,
    isChild: facts.get(personId)?.isChild ?? false,
    presence: standing.get(personId) ?? nowhere,
    pseudonyms: (keys.get(personId) ?? []).map(({ pseudonym }) => pseudonym),
  }));
}

export async function openVenue(context: Context, input: InputOf<typeof endpoints.openVenue>) {
  const session = await loadVenue(context, input.sessionId);
  const closesAt = keyEndsAt(session);
  if (session.status === 'cancelled' || closesAt.getTime() < context.now.getTime())
    throw new Problem('attendance.venue_closed', 409);
  await refuseParticipant(context, session);
  const made = await insertOccurrence(context, {
    session_id: session.sessionId,
    occurrence: randomBytes(8).toString('hex'),
    secret_cipher: context.services.crypto.encrypt(randomBytes(32).toString('hex')),
    area_path: session.areaPath,
    closes_at: closesAt,
  });
  const dayMs = 86_400_000;
  const offset = Date.parse(input.screenNow) - context.now.getTime();
  await noteDuty(context, {
    sessionId: session.sessionId,
    accountId: context.actor.accountId ?? '',
    staff: isStaffDuty(context.actor),
    offsetMs: Math.max(-dayMs, Math.min(dayMs, Math.round(offset))),
  });
  if (made)
    await context.emit({
      name: venueOpened.name,
      subject: { module: 'attendance', id: session.sessionId },
      areaPath: session.areaPath,
      data: { sessionId: session.sessionId },
    });
  return { done: true as const };
}

/** Who takes part does not hold the key of what they take part in. */
async function refuseParticipant(context: Context, session: SessionFact): Promise<void> {
  const own = context.actor.personId;
  if (own === null) return;
  const places = await placesTaken(context, session.sessionId, [own]);
  if (places.length > 0 && isStaffDuty(context.actor)) throw new Problem('attendance.takes_part', 409);
}

export async function reviewScan(context: Context, input: InputOf<typeof endpoints.reviewScan>) {
  const scan = await findScan(context, input.scanId);
  if (!scan) throw new Problem('input.id_unknown', 404);
  const session = await loadVenue(context, scan.session_id);
  if (scan.state !== 'waiting') throw new Problem('attendance.not_waiting', 409);
  if (await isOwnFamily(context, scan.person_id)) throw new Problem('attendance.own_record', 409);
  if (!(await decideScan(context, scan.id, input.accept ? 'counts' : 'void')))
    throw new Problem('attendance.not_waiting', 409);
  if (input.accept) await recordWhenWhole(context, scan.session_id, scan.person_id);
  await context.emit({
    name: attendanceReviewed.name,
    subject: { module: 'attendance', id: scan.id },
    areaPath: session.areaPath,
    data: { sessionId: scan.session_id, personId: scan.person_id, accepted: input.accept },
  });
  return { done: true as const };
}

async function recordWhenWhole(context: Context, sessionId: string, personId: string): Promise<void> {
  const scans = await scansOf(context, sessionId, [personId]);
  const [arrival, leaving] = ['in', 'out'].map((way) => scans.find((scan) => scan.direction === way));
  if (arrival?.state !== 'counts' || leaving?.state !== 'counts') return;
  await recordStay(context, await loadSession(context, sessionId), {
    personId,
    familyId: arrival.family_id,
    from: new Date(arrival.happened_at),
    until: new Date(Math.max(Date.parse(leaving.happened_at), Date.parse(arrival.happened_at))),
    ways: [arrival.way, leaving.way],
    isLate: true,
    requestId: null,
  });
}

/** The street's key for tickets, made from the master secret: nothing to store, nothing to lose. */
export function ticketPrivateKey(context: Context) {
  return privateKeyOf(
    bytesOf(context.services.crypto.sign('attendance.ticket_key', String(context.streetId))),
  );
}

const factsOf = (session: SessionFact) => ({
  sessionId: session.sessionId,
  activityId: session.activityId,
  title: session.title,
  place: session.place,
  startsAt: session.startsAt,
  endsAt: session.endsAt,
});
