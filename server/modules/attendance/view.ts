// Rows as the viewer may see them.
import { starOf } from '#contract/attendance/ladders.ts';
import type { HourEntryRecord, HourRequestRecord, Presence } from '#contract/attendance/records.ts';
import type { Context } from '#kernel/context.ts';
import { mayAskCorrection, mayConfirm, mayDecline, mayTakeUp } from './policy.ts';
import { graverOf } from './rules.ts';
import type { EntryRow } from './store/hours.ts';
import type { RequestRow } from './store/requests.ts';
import type { ScanRow } from './store/scans.ts';

/** Person → where they stand at one session. */
export function presences(scans: readonly ScanRow[], entries: readonly EntryRow[]): Map<string, Presence> {
  const minutes = new Map(entries.map((entry) => [entry.person_id, entry]));
  const people = new Set([...scans, ...entries].map((row) => row.person_id));
  const byPerson = Map.groupBy(scans, (scan) => scan.person_id);
  return new Map(
    [...people].map((personId) => {
      const own = byPerson.get(personId) ?? [];
      const entry = minutes.get(personId);
      const at = (direction: string) => own.find((scan) => scan.direction === direction)?.happened_at ?? null;
      const marks = own.map((scan) =>
        scan.mark === 'review' && scan.state === 'counts' ? 'late' : scan.mark,
      );
      return [
        personId,
        {
          in: at('in') ?? entry?.started_at ?? null,
          out: at('out') ?? entry?.ended_at ?? null,
          mark: marks.length > 0 ? graverOf(...marks) : null,
          minutes: entry?.minutes ?? null,
        },
      ];
    }),
  );
}

export const nowhere: Presence = { in: null, out: null, mark: null, minutes: null };

export interface EntryNames {
  people: ReadonlyMap<string, string>;
  organisations: ReadonlyMap<string, string>;
  /** Who proves hours of an activity without an organisation of its own. */
  street: string;
  /** The rows that others took the place of. */
  corrected: ReadonlyMap<string, EntryRow>;
}

/** `ask`: may the viewer, as the person concerned, ask for a correction? */
export function viewEntry(
  context: Context,
  row: EntryRow,
  names: EntryNames,
  ask: true | string = 'can.area',
): HourEntryRecord {
  const before = row.corrects_id ? names.corrected.get(row.corrects_id) : undefined;
  return {
    entryId: row.id,
    personId: row.person_id,
    name: names.people.get(row.person_id) ?? '',
    sessionId: row.session_id,
    activityId: row.activity_id,
    title: row.title,
    day: row.day,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    minutes: row.minutes,
    source: row.source,
    credit: row.credit,
    isLate: row.late,
    organisation: row.organisation_id
      ? (names.organisations.get(row.organisation_id) ?? names.street)
      : names.street,
    corrects: before ? { minutes: before.minutes, reason: row.reason ?? '', signedBy: row.signed_by } : null,
    can: { correct: mayAskCorrection(context.actor, row.area_path), ask },
  };
}

export function viewRequest(
  context: Context,
  row: RequestRow,
  name: string,
  isOwnFamily: boolean,
): HourRequestRecord {
  return {
    requestId: row.id,
    kind: row.kind,
    state: row.state,
    sessionId: row.session_id,
    title: row.title,
    personId: row.person_id,
    name,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    minutesBefore: row.minutes_before,
    minutes: row.minutes,
    reason: row.reason,
    askedBy: row.asked_by_name,
    askedAt: row.asked_at,
    can: {
      takeUp: mayTakeUp(context.actor, row, isOwnFamily),
      confirm: mayConfirm(context.actor, row, isOwnFamily),
      decline: mayDecline(context.actor, row, isOwnFamily),
    },
  };
}

export const viewOwnRequest = (row: RequestRow) => ({
  requestId: row.id,
  entryId: row.entry_id ?? '',
  personId: row.person_id,
  title: row.title,
  startedAt: row.started_at,
  minutesBefore: row.minutes_before,
  minutes: row.minutes,
  reason: row.reason,
  state: row.state,
  decisionReason: row.decision_reason,
});

/** Stars count hours of volunteers; what children and guests took part in stands beside them. */
export function viewTotals(
  personId: string,
  totals: readonly { person_id: string; credit: string; minutes: number }[],
  starHours: readonly number[],
) {
  const of = (credit: string) =>
    totals.find((one) => one.person_id === personId && one.credit === credit)?.minutes ?? 0;
  const volunteerMinutes = of('volunteer');
  return {
    volunteerMinutes,
    participantMinutes: of('participant'),
    star: starOf(volunteerMinutes, starHours),
  };
}
