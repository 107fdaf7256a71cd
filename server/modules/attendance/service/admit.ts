// One scan of one or more persons, however it came: judged, kept, and turned into hours when both are there.
import { attendanceScanned } from '#contract/attendance/events.ts';
import type { Direction, Mark, Way } from '#contract/attendance/kinds.ts';
import type { ScanOutcome } from '#contract/attendance/records.ts';
import { directionWords } from '#contract/attendance/words.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { getSession, placesTaken, type SessionFact } from '#modules/activities/index.ts';
import { doorMs, graverOf, isOpenAt, type Standing, scanRefusal } from '../rules.ts';
import { entriesOfSession, overlapping } from '../store/hours.ts';
import { dutyOf } from '../store/keys.ts';
import {
  insertScans,
  openElsewhere,
  type ScanRow,
  scansByNonce,
  scansOf,
  takeTurns,
} from '../store/scans.ts';
import { recordStay } from './hours.ts';

export interface Seen {
  personIds: readonly string[];
  /** As the reader may see them. */
  names: ReadonlyMap<string, string>;
  direction: Direction;
  way: Way;
  at: number;
  mark: Mark;
  reason: string | null;
  step: number | null;
  nonce: string;
  deviceId: string | null;
}

/**
 * Admits who can be admitted, and says of each other why not. A scan that came before under its nonce is answered
 * again. @throws Problem the first refusal, when nobody could be admitted
 */
export async function admit(context: Context, session: SessionFact, seen: Seen): Promise<ScanOutcome[]> {
  const again = await scansByNonce(context, seen.nonce);
  if (again.length > 0) return await answeredAgain(context, session, seen, again);
  if (session.status === 'cancelled') throw new Problem('attendance.venue_closed', 409);
  if (!isOpenAt(session, seen.at)) throw new Problem('attendance.outside_window', 409);

  await takeTurns(context, seen.personIds);
  const people = await standings(context, session, seen);
  const outcomes: ScanOutcome[] = [];
  const admitted = people.filter(({ refusal }) => refusal === null);
  await insertScans(
    context,
    admitted.map((one) => scanOf(context, session, seen, one)),
  );
  for (const one of people) {
    const minutes = one.refusal === null ? await hoursOf(context, session, seen, one) : null;
    outcomes.push(outcomeOf(context, seen, one, minutes));
  }
  const [first] = people;
  if (admitted.length === 0 && first?.refusal) throw new Problem(first.refusal, 409, first.details);
  await announce(context, session, seen, admitted);
  return outcomes;
}

interface Person {
  personId: string;
  familyId: string | null;
  refusal: string | null;
  details: Record<string, unknown>;
  arrival: ScanRow | undefined;
}

async function standings(context: Context, session: SessionFact, seen: Seen): Promise<Person[]> {
  const { sessionId } = session;
  const ids = seen.personIds;
  const at = new Date(seen.at);
  const taken = new Map((await placesTaken(context, sessionId, ids)).map((place) => [place.personId, place]));
  const duty = await dutyOf(context, sessionId);
  const scans = await scansOf(context, sessionId, ids);
  const entries = await entriesOfSession(context, sessionId, ids);
  const open =
    seen.direction === 'in' ? await stillOpen(context, session, ids, at) : new Map<string, string>();
  const overlaps = await overlapping(context, sessionId, ids, at, new Date(seen.at + 1));
  return ids.map((personId) => {
    const own = scans.filter((scan) => scan.person_id === personId);
    const arrival = own.find((scan) => scan.direction === 'in');
    const standing: Standing = {
      isConfirmed: taken.has(personId),
      isStaff: duty.some((one) => one.staff && one.person_id === personId),
      isThere: own.some((scan) => scan.direction === seen.direction),
      isIn: arrival !== undefined,
      openElsewhere: open.has(personId),
      overlaps: overlaps.some((entry) => entry.person_id === personId),
      isRecorded: entries.some((entry) => entry.person_id === personId),
    };
    const details = {
      name: seen.names.get(personId) ?? '',
      direction: directionWords[seen.direction],
      title: open.get(personId) ?? '',
    };
    const familyId = taken.get(personId)?.familyId ?? null;
    return { personId, familyId, arrival, details, refusal: scanRefusal(seen.direction, standing) };
  });
}

/** Person → title of the session they have not left; who forgot to sign out of one that is over is free. */
async function stillOpen(
  context: Context,
  session: SessionFact,
  ids: readonly string[],
  at: Date,
): Promise<Map<string, string>> {
  const rows = await openElsewhere(context, session.sessionId, ids, new Date(at.getTime() - 24 * doorMs));
  const titles = new Map<string, string>();
  for (const row of rows) {
    const other = await getSession(context, row.session_id);
    if (other && Date.parse(other.endsAt) > at.getTime()) titles.set(row.person_id, other.title);
  }
  return titles;
}

const scanOf = (context: Context, session: SessionFact, seen: Seen, { personId, familyId }: Person) => ({
  id: context.newId(),
  session_id: session.sessionId,
  area_path: session.areaPath,
  person_id: personId,
  family_id: familyId,
  direction: seen.direction,
  way: seen.way,
  mark: seen.mark,
  state: seen.mark === 'review' ? ('waiting' as const) : ('counts' as const),
  reason: seen.reason,
  happened_at: new Date(seen.at).toISOString(),
  step: seen.step,
  nonce: seen.nonce,
  device_id: seen.deviceId,
  account_id: context.actor.accountId ?? '',
});

/** The minutes of who has left; null while a scan waits to be looked at, or nobody has left. */
async function hoursOf(
  context: Context,
  session: SessionFact,
  seen: Seen,
  { personId, familyId, arrival }: Person,
): Promise<number | null> {
  if (seen.direction === 'in' || !arrival) return null;
  if (arrival.state !== 'counts' || seen.mark === 'review') return null;
  return await recordStay(context, session, {
    personId,
    familyId,
    from: new Date(arrival.happened_at),
    until: new Date(Math.max(seen.at, Date.parse(arrival.happened_at))),
    ways: [arrival.way, seen.way],
    isLate: graverOf(arrival.mark, seen.mark) !== 'ok',
    requestId: null,
  });
}

function outcomeOf(context: Context, seen: Seen, person: Person, minutes: number | null): ScanOutcome {
  const { refusal, details, personId } = person;
  return {
    personId,
    name: seen.names.get(personId) ?? '',
    direction: seen.direction,
    happenedAt: new Date(seen.at).toISOString(),
    mark: seen.mark,
    minutes,
    refused: refusal ? { code: refusal, sentence: context.services.sentence(refusal, details) } : null,
  };
}

async function answeredAgain(
  context: Context,
  session: SessionFact,
  seen: Seen,
  scans: readonly ScanRow[],
): Promise<ScanOutcome[]> {
  if (
    scans.some((scan) => scan.session_id !== session.sessionId || scan.account_id !== context.actor.accountId)
  )
    throw new Problem('attendance.duplicate_scan', 409, {
      name: '',
      direction: directionWords[seen.direction],
    });
  const entries = await entriesOfSession(context, session.sessionId, seen.personIds);
  return scans.map((scan) => ({
    personId: scan.person_id,
    name: seen.names.get(scan.person_id) ?? '',
    direction: scan.direction,
    happenedAt: scan.happened_at,
    mark: scan.mark,
    minutes:
      scan.direction === 'out'
        ? (entries.find((entry) => entry.person_id === scan.person_id)?.minutes ?? null)
        : null,
    refused: null,
  }));
}

async function announce(
  context: Context,
  session: SessionFact,
  seen: Seen,
  admitted: readonly Person[],
): Promise<void> {
  await context.emit({
    name: attendanceScanned.name,
    subject: { module: 'attendance', id: session.sessionId },
    areaPath: session.areaPath,
    data: {
      sessionId: session.sessionId,
      personIds: admitted.map(({ personId }) => personId),
      direction: seen.direction,
      way: seen.way,
      mark: seen.mark,
    },
  });
}
