// How minutes become a row of the ledger.
import { hoursCorrected, hoursRecorded } from '#contract/attendance/events.ts';
import type { Way } from '#contract/attendance/kinds.ts';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import type { SessionFact } from '#modules/activities/index.ts';
import { personFacts } from '#modules/people/index.ts';
import { creditOf, minutesWithin, sourceOf, withinDay } from '../rules.ts';
import { type EntryRow, insertEntry, minutesOnDay, type NewEntry, overlapping } from '../store/hours.ts';
import { ruleOn } from './settings.ts';

export interface Stay {
  personId: string;
  familyId: string | null;
  from: Date;
  until: Date;
  ways: readonly [Way, Way];
  isLate: boolean;
  requestId: string | null;
}

/**
 * Records the minutes of a stay, clipped to the session and to what the day still has room for.
 * The caller holds the turn of the person.
 * @returns the minutes on record
 */
export async function recordStay(context: Context, session: SessionFact, stay: Stay): Promise<number> {
  const { personId, from, until } = stay;
  const others = await overlapping(context, session.sessionId, [personId], from, until);
  if (others.length > 0)
    throw new Problem('attendance.overlap', 409, { name: await nameOf(context, personId) });
  const day = dayOf(new Date(session.startsAt));
  const inside = minutesWithin(session, from.getTime(), until.getTime(), session.minutesMax);
  const minutes = withinDay(
    inside,
    await minutesOnDay(context, personId, day, null),
    (await ruleOn(context, day)).dayMinutesMax,
  );
  const bornOn = (await personFacts(context, [personId])).get(personId)?.bornOn ?? null;
  const row: Omit<NewEntry, 'signature'> = {
    id: context.newId(),
    session_id: session.sessionId,
    activity_id: session.activityId,
    programme_id: session.programmeId,
    title: session.title,
    person_id: personId,
    family_id: stay.familyId,
    organisation_id: session.organiserOrganisationId,
    area_id: session.areaId,
    area_path: session.areaPath,
    day,
    started_at: from.toISOString(),
    ended_at: until.toISOString(),
    minutes,
    source: sourceOf(...stay.ways),
    credit: creditOf(bornOn, day, session.isFor),
    late: stay.isLate,
    corrects_id: null,
    reason: null,
    request_id: stay.requestId,
    recorded_by: context.actor.accountId,
    signed_by: context.actor.displayName,
  };
  await insertEntry(context, { ...row, signature: signatureOf(context, row) });
  await context.emit({
    name: hoursRecorded.name,
    subject: { module: 'attendance', id: row.id },
    areaPath: row.area_path,
    data: {
      entryId: row.id,
      personId,
      familyId: row.family_id,
      sessionId: row.session_id,
      activityId: row.activity_id,
      programmeId: row.programme_id,
      minutes,
      source: row.source,
      credit: row.credit,
      startedAt: row.started_at,
    },
  });
  return minutes;
}

/** A new row in place of an old one; what was granted for the old follows the difference. */
export async function replaceEntry(
  context: Context,
  before: EntryRow,
  change: { minutes: number; reason: string; requestId: string },
): Promise<void> {
  const row = {
    ...carried(before),
    id: context.newId(),
    minutes: change.minutes,
    corrects_id: before.id,
    reason: change.reason,
    request_id: change.requestId,
    recorded_by: context.actor.accountId,
    signed_by: context.actor.displayName,
  };
  await insertEntry(context, { ...row, signature: signatureOf(context, row) });
  await context.emit({
    name: hoursCorrected.name,
    subject: { module: 'attendance', id: row.id },
    areaPath: row.area_path,
    data: {
      entryId: row.id,
      correctsId: before.id,
      personId: row.person_id,
      familyId: row.family_id,
      activityId: row.activity_id,
      programmeId: row.programme_id,
      minutesBefore: before.minutes,
      minutesAfter: row.minutes,
    },
  });
}

function carried(before: EntryRow) {
  const { street_id: _, recorded_at: __, signature: ___, ...kept } = before;
  return kept;
}

/** Keyed digest over what the row says: a row that was changed behind our back no longer fits it. */
export function signatureOf(
  context: Context,
  row: Pick<
    NewEntry,
    'id' | 'person_id' | 'session_id' | 'minutes' | 'source' | 'credit' | 'corrects_id' | 'signed_by'
  > & { started_at: unknown; ended_at: unknown },
): string {
  const said = [
    row.id,
    row.person_id,
    row.session_id,
    new Date(String(row.started_at)).toISOString(),
    new Date(String(row.ended_at)).toISOString(),
    row.minutes,
    row.source,
    row.credit,
    row.corrects_id,
    row.signed_by,
  ];
  return context.services.crypto.sign('attendance.hours', JSON.stringify(said));
}

async function nameOf(context: Context, personId: string): Promise<string> {
  return (await personFacts(context, [personId])).get(personId)?.name ?? '';
}
