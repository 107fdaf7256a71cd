// Hours by hand and corrections: one asks, another signs (points.md R15).
import type { correctHours as correctEndpoint } from '#contract/attendance/desk.ts';
import type * as endpoints from '#contract/attendance/endpoints.ts';
import { hourRequestDecided, hourRequested, requestTakenUp } from '#contract/attendance/events.ts';
import type { HourRequestRecord } from '#contract/attendance/records.ts';
import type { InputOf, OutputOf } from '#contract/define.ts';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { cutPage } from '#kernel/cursor.ts';
import { Problem } from '#kernel/problem.ts';
import { placesTaken } from '#modules/activities/index.ts';
import { mayAskCorrection, mayConfirm, mayDecline, mayRead, mayTakeUp } from '../policy.ts';
import { minutesWithin, withinDay } from '../rules.ts';
import {
  type EntryRow,
  entriesOfSession,
  findEntry,
  isCorrected,
  minutesOnDay,
  overlapping,
} from '../store/hours.ts';
import { dutyOf } from '../store/keys.ts';
import {
  decideRequest,
  findRequest,
  insertRequest,
  listWaiting,
  type RequestRow,
  takeUp,
} from '../store/requests.ts';
import { scansOf, takeTurns } from '../store/scans.ts';
import { viewRequest } from '../view.ts';
import { recordStay, replaceEntry } from './hours.ts';
import { isOwnFamily, loadSession, loadVenue, maskedNames } from './load.ts';
import { ruleOn } from './settings.ts';

export async function requestHours(
  context: Context,
  input: InputOf<typeof endpoints.requestHours>,
): Promise<HourRequestRecord> {
  const session = await loadVenue(context, input.sessionId);
  const { personId } = input;
  const [from, until] = [new Date(input.startedAt), new Date(input.endedAt)];
  if (await isOwnFamily(context, personId)) throw new Problem('attendance.own_record', 409);
  const name = (await maskedNames(context, [personId])).get(personId) ?? '';
  const places = await placesTaken(context, session.sessionId, [personId]);
  if (places.length === 0) throw new Problem('attendance.not_signed_up', 409, { name });
  const duty = await dutyOf(context, session.sessionId);
  if (duty.some((one) => one.staff && one.person_id === personId))
    throw new Problem('attendance.on_duty', 409, { name });
  const minutes = minutesWithin(session, from.getTime(), until.getTime(), session.minutesMax);
  if (minutes === 0 || until.getTime() > context.now.getTime())
    throw new Problem('attendance.times_outside', 409);
  if ((await entriesOfSession(context, session.sessionId, [personId])).length > 0)
    throw new Problem('attendance.overlap', 409, { name });
  if ((await overlapping(context, session.sessionId, [personId], from, until)).length > 0)
    throw new Problem('attendance.overlap', 409, { name });
  if ((await roomOn(context, personId, dayOf(new Date(session.startsAt)), null, minutes)) === 0)
    throw await dayIsFull(context, personId, dayOf(new Date(session.startsAt)));
  return await ask(context, {
    kind: 'backfill',
    session_id: session.sessionId,
    title: session.title,
    entry_id: null,
    person_id: personId,
    area_path: session.areaPath,
    started_at: input.startedAt,
    ended_at: input.endedAt,
    minutes_before: null,
    minutes,
    reason: input.reason,
  });
}

export async function correctHours(
  context: Context,
  input: InputOf<typeof correctEndpoint>,
): Promise<HourRequestRecord> {
  const entry = await findEntry(context, input.entryId);
  if (!entry) throw new Problem('input.id_unknown', 404);
  if (mayAskCorrection(context.actor, entry.area_path) !== true)
    throw new Problem('attendance.outside_your_area', 403);
  if (await isOwnFamily(context, entry.person_id)) throw new Problem('attendance.own_record', 409);
  await refuseMinutes(context, entry, input.minutes);
  return await ask(context, correctionOf(entry, input));
}

/** What staff and the person concerned say alike when they ask for other minutes. */
export const correctionOf = (
  entry: EntryRow,
  { minutes, reason }: Pick<InputOf<typeof correctEndpoint>, 'minutes' | 'reason'>,
) => ({
  kind: 'correction' as const,
  session_id: entry.session_id,
  title: entry.title,
  entry_id: entry.id,
  person_id: entry.person_id,
  area_path: entry.area_path,
  started_at: entry.started_at,
  ended_at: entry.ended_at,
  minutes_before: entry.minutes,
  minutes,
  reason,
});

/** @throws Problem 409: corrected before, nothing new, or more than the day has room for */
export async function refuseMinutes(context: Context, entry: EntryRow, minutes: number): Promise<void> {
  if (await isCorrected(context, entry.id)) throw new Problem('attendance.corrected_already', 409);
  if (entry.minutes === minutes) throw new Problem('attendance.same_minutes', 409);
  if ((await roomOn(context, entry.person_id, entry.day, entry.id, minutes)) < minutes)
    throw await dayIsFull(context, entry.person_id, entry.day);
}

/** How many of these minutes the day still has room for, beside the other rows of the person. */
async function roomOn(
  context: Context,
  personId: string,
  day: string,
  besides: string | null,
  minutes: number,
): Promise<number> {
  const { dayMinutesMax } = await ruleOn(context, day);
  return withinDay(minutes, await minutesOnDay(context, personId, day, besides), dayMinutesMax);
}

async function dayIsFull(context: Context, personId: string, day: string): Promise<Problem> {
  const name = (await maskedNames(context, [personId])).get(personId) ?? '';
  const hours = Math.floor((await ruleOn(context, day)).dayMinutesMax / 60);
  return new Problem('attendance.day_cap', 409, { name, hours });
}

type Asking = Pick<
  RequestRow,
  | 'kind'
  | 'session_id'
  | 'title'
  | 'entry_id'
  | 'person_id'
  | 'area_path'
  | 'started_at'
  | 'ended_at'
  | 'minutes_before'
  | 'minutes'
  | 'reason'
>;

async function ask(context: Context, asking: Asking): Promise<HourRequestRecord> {
  const id = context.newId();
  const isNew = await insertRequest(context, {
    ...asking,
    id,
    state: 'waiting',
    wished_by: null,
    asked_by: context.actor.accountId ?? '',
    asked_by_person: context.actor.personId,
    asked_by_name: context.actor.displayName,
  });
  if (!isNew) throw new Problem('attendance.asked_already', 409);
  await context.emit({
    name: hourRequested.name,
    subject: { module: 'attendance', id },
    areaPath: asking.area_path,
    data: { sessionId: asking.session_id, personId: asking.person_id, kind: asking.kind },
  });
  return await present(context, id);
}

/** Serves both kinds of signing; which right it takes depends on what is asked. */
export async function confirmHours(
  context: Context,
  { requestId }: InputOf<typeof endpoints.confirmHours>,
): Promise<HourRequestRecord> {
  const row = await load(context, requestId);
  const may = mayConfirm(context.actor, row, await isOwnFamily(context, row.person_id));
  if (may !== true) throw new Problem(may, statusOf(may));
  await takeTurns(context, [row.person_id]);
  if (row.kind === 'backfill') await recordByHand(context, row);
  else await correct(context, row);
  await decide(context, row, true, null);
  return await present(context, requestId);
}

/** The person's own sign-in stands where there is one; the rest is by hand. */
async function recordByHand(context: Context, row: RequestRow): Promise<void> {
  const session = await loadSession(context, row.session_id);
  const known = await entriesOfSession(context, row.session_id, [row.person_id]);
  const names = await maskedNames(context, [row.person_id]);
  if (known.length > 0)
    throw new Problem('attendance.overlap', 409, { name: names.get(row.person_id) ?? '' });
  const scans = await scansOf(context, row.session_id, [row.person_id]);
  const [place] = await placesTaken(context, row.session_id, [row.person_id]);
  await recordStay(context, session, {
    personId: row.person_id,
    familyId: place?.familyId ?? null,
    from: new Date(row.started_at),
    until: new Date(row.ended_at),
    ways: ['backfill', scans[0]?.way ?? 'backfill'],
    isLate: true,
    requestId: row.id,
  });
}

async function correct(context: Context, row: RequestRow): Promise<void> {
  const entry = row.entry_id ? await findEntry(context, row.entry_id) : undefined;
  if (!entry) throw new Problem('input.id_unknown', 404);
  if (await isCorrected(context, entry.id)) throw new Problem('attendance.corrected_already', 409);
  await replaceEntry(context, entry, { minutes: row.minutes, reason: row.reason, requestId: row.id });
}

const statusOf = (code: string) =>
  ['attendance.outside_your_area', 'attendance.needs_approval'].includes(code) ? 403 : 409;

/** Staff put their name to what a resident asked for, with the minutes they found. */
export async function takeUpRequest(
  context: Context,
  input: InputOf<typeof endpoints.takeUpRequest>,
): Promise<HourRequestRecord> {
  const row = await load(context, input.requestId);
  const may = mayTakeUp(context.actor, row, await isOwnFamily(context, row.person_id));
  if (may !== true) throw new Problem(may, statusOf(may));
  const entry = row.entry_id ? await findEntry(context, row.entry_id) : undefined;
  if (!entry) throw new Problem('input.id_unknown', 404);
  await refuseMinutes(context, entry, input.minutes);
  if (!(await takeUp(context, row, { minutes: input.minutes, reason: input.reason })))
    throw new Problem('attendance.asked_already', 409);
  await context.emit({
    name: requestTakenUp.name,
    subject: { module: 'attendance', id: row.id },
    areaPath: row.area_path,
    data: { sessionId: row.session_id, personId: row.person_id },
  });
  return await present(context, row.id);
}

/** Serves both kinds; which right it takes depends on what is asked. */
export async function declineHours(
  context: Context,
  { requestId, reason }: InputOf<typeof endpoints.declineHours>,
): Promise<HourRequestRecord> {
  const row = await load(context, requestId);
  const may = mayDecline(context.actor, row, await isOwnFamily(context, row.person_id));
  if (may !== true) throw new Problem(may, statusOf(may));
  await decide(context, row, false, reason);
  return await present(context, requestId);
}

async function load(context: Context, requestId: string): Promise<RequestRow> {
  const row = await findRequest(context, requestId);
  if (!row) throw new Problem('input.id_unknown', 404);
  if (!mayRead(context.actor, row.area_path)) throw new Problem('attendance.outside_your_area', 403);
  return row;
}

async function decide(
  context: Context,
  row: RequestRow,
  confirmed: boolean,
  reason: string | null,
): Promise<void> {
  await decideRequest(context, row.id, confirmed ? 'confirmed' : 'declined', reason);
  await context.emit({
    name: hourRequestDecided.name,
    subject: { module: 'attendance', id: row.id },
    areaPath: row.area_path,
    data: { sessionId: row.session_id, personId: row.person_id, confirmed },
  });
}

async function present(context: Context, requestId: string): Promise<HourRequestRecord> {
  const row = await findRequest(context, requestId);
  if (!row) throw new Error('A request that was just written is there.');
  const names = await maskedNames(context, [row.person_id]);
  return viewRequest(context, row, names.get(row.person_id) ?? '', await isOwnFamily(context, row.person_id));
}

export async function listHourRequests(
  context: Context,
  input: InputOf<typeof endpoints.listHourRequests>,
): Promise<OutputOf<typeof endpoints.listHourRequests>> {
  const rows = await listWaiting(context, input, input);
  const page = cutPage(rows, input.limit, (row) => [row.asked_at, row.id]);
  const names = await maskedNames(
    context,
    page.rows.map((row) => row.person_id),
  );
  const items = [];
  for (const row of page.rows)
    items.push(
      viewRequest(context, row, names.get(row.person_id) ?? '', await isOwnFamily(context, row.person_id)),
    );
  return { items, nextCursor: page.nextCursor, total: input.cursor || page.nextCursor ? null : items.length };
}
