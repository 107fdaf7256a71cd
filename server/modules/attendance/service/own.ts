// The resident's phone: the venue's code for oneself and one's companions.
import { bytesOf, hexOf } from '#contract/attendance/codes/bytes.ts';
import { codeIn } from '#contract/attendance/codes/scanned.ts';
import { stepFaultOnAny, venueWindow } from '#contract/attendance/codes/steps.ts';
import {
  isGenuineVenueCode,
  readVenueCode,
  type VenueKey,
  venueDigits,
} from '#contract/attendance/codes/venue.ts';
import type * as endpoints from '#contract/attendance/endpoints.ts';
import type { Direction } from '#contract/attendance/kinds.ts';
import type { InputOf, OutputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { mySessions } from '#modules/activities/index.ts';
import { companions } from '#modules/families/index.ts';
import { deviceRefusal, lateStep, type Moment, momentTold, typedSteps, wrongTriesMax } from '../rules.ts';
import { entriesOfSession } from '../store/hours.ts';
import {
  dutyOf,
  findByOccurrence,
  findOccurrence,
  noteWrongTry,
  type OccurrenceRow,
  wrongTries,
} from '../store/keys.ts';
import { devicePersons, scansOf } from '../store/scans.ts';
import { nowhere, presences } from '../view.ts';
import { admit } from './admit.ts';
import { loadSession } from './load.ts';

type Scan = InputOf<typeof endpoints.scanVenue>;

export async function listOwnSessions(context: Context): Promise<OutputOf<typeof endpoints.listOwnSessions>> {
  const people = new Map((await companions(context)).map((one) => [one.personId, one]));
  const items = [];
  for (const { session, people: booked } of await mySessions(context)) {
    // Oneself first, then the children, as in every list of one's own people.
    const there = new Set(booked.map(({ personId }) => personId));
    const personIds = [...people.keys()].filter((personId) => there.has(personId));
    const standing = presences(
      await scansOf(context, session.sessionId, personIds),
      await entriesOfSession(context, session.sessionId, personIds),
    );
    items.push({
      sessionId: session.sessionId,
      activityId: session.activityId,
      title: session.title,
      place: session.place,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      people: personIds.map((personId) => ({
        personId,
        name: people.get(personId)?.name ?? '',
        isSelf: people.get(personId)?.isSelf ?? false,
        presence: standing.get(personId) ?? nowhere,
      })),
    });
  }
  return { items };
}

export async function scanVenue(
  context: Context,
  input: Scan,
): Promise<OutputOf<typeof endpoints.scanVenue>> {
  const names = await ownPeople(context, input.personIds);
  const now = context.now.getTime();
  const told = momentTold(input, now);
  if (!told) throw new Problem('attendance.too_late', 409);
  const read =
    input.by.way === 'code'
      ? await byCode(context, input.by.code, told)
      : await byDigits(context, input.by, told);
  const session = await loadSession(context, read.sessionId);
  const duty = await dutyOf(context, session.sessionId);
  if (duty.some((one) => one.account_id === context.actor.accountId))
    throw new Problem('attendance.key_holder', 409);
  const moment = await byDevice(context, session.sessionId, input, read.moment);
  const outcomes = await admit(context, session, {
    personIds: [...new Set(input.personIds)],
    names,
    direction: read.direction,
    way: 'venue_code',
    at: moment.at,
    mark: moment.mark,
    reason: moment.reason,
    step: read.step,
    nonce: input.nonce,
    deviceId: input.deviceId,
  });
  return { title: session.title, direction: read.direction, outcomes };
}

/** @throws Problem 403 `attendance.not_yours` */
export async function ownPeople(
  context: Context,
  personIds: readonly string[],
): Promise<Map<string, string>> {
  const own = new Map((await companions(context)).map(({ personId, name }) => [personId, name]));
  if (personIds.some((id) => !own.has(id))) throw new Problem('attendance.not_yours', 403);
  return own;
}

interface Read {
  sessionId: string;
  direction: Direction;
  step: number | null;
  moment: Moment;
}

async function byCode(context: Context, text: string, told: Moment): Promise<Read> {
  const code = readVenueCode(codeIn(text));
  if (!code) throw new Problem('attendance.unreadable_code', 409);
  const row = await findByOccurrence(context, hexOf(code.occurrence));
  if (!row) throw new Problem('attendance.bad_signature', 409);
  if (!(await isGenuineVenueCode(venueKey(context, row), code)))
    throw new Problem('attendance.bad_signature', 409);
  const found = { sessionId: row.session_id, direction: code.direction, step: code.step };
  if (told.isOnline) {
    const offsets = await offsetsOf(context, row.session_id);
    const fault = stepFaultOnAny(code.step, told.at, venueWindow, offsets);
    if (fault) throw new Problem(`attendance.${fault}`, 409);
    return { ...found, moment: told };
  }
  const moment = lateStep(told, code.step, context.now.getTime());
  if (moment === null) throw new Problem('attendance.too_late', 409);
  if (moment === 'code_future') throw new Problem('attendance.code_future', 409);
  return { ...found, moment };
}

async function byDigits(
  context: Context,
  typed: Extract<Scan['by'], { way: 'digits' }>,
  told: Moment,
): Promise<Read> {
  const accountId = context.actor.accountId ?? '';
  if ((await wrongTries(context, accountId)) >= wrongTriesMax)
    throw new Problem('attendance.too_many_tries', 429);
  const row = await findOccurrence(context, typed.sessionId);
  if (row) {
    const key = venueKey(context, row);
    for (const step of typedSteps(told, await offsetsOf(context, row.session_id)))
      if ((await venueDigits(key, typed.direction, step)) === typed.digits)
        return { sessionId: row.session_id, direction: typed.direction, step, moment: told };
  }
  await context.apart((apart) => noteWrongTry(apart, accountId));
  throw new Problem('attendance.wrong_digits', 409);
}

/** @throws Problem 409 `attendance.venue_closed` once the key was destroyed */
function venueKey(context: Context, row: OccurrenceRow): VenueKey {
  if (!row.secret_cipher) throw new Problem('attendance.venue_closed', 409);
  return {
    streetId: context.streetId,
    occurrence: bytesOf(row.occurrence),
    secret: bytesOf(context.services.crypto.decrypt(row.secret_cipher)),
  };
}

const offsetsOf = async (context: Context, sessionId: string): Promise<number[]> =>
  (await dutyOf(context, sessionId)).map((one) => one.screen_offset_ms);

async function byDevice(
  context: Context,
  sessionId: string,
  { deviceId, personIds }: Scan,
  moment: Moment,
): Promise<Moment> {
  const accountId = context.actor.accountId ?? '';
  const before = await devicePersons(context, sessionId, deviceId, accountId, personIds);
  const refusal = deviceRefusal(before.persons, before.ofOthers, personIds.length);
  if (refusal === 'review') return { ...moment, mark: 'review', reason: 'device_shared' };
  if (refusal) throw new Problem(refusal, 409);
  return moment;
}
