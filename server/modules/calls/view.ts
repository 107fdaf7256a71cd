// Calls and shifts as their viewers may know them.
import type { CallAnswer } from '#contract/calls/codes.ts';
import type { CallRecord, DutyShift, MyCall } from '#contract/calls/records.ts';
import type { Actor } from '#kernel/context.ts';
import { covers } from '#kernel/scope.ts';
import { mayIssue } from './policy.ts';
import { mayAnswer, mayEnd } from './rules.ts';
import type { CallRow } from './store/calls.ts';
import type { ShiftRow } from './store/shifts.ts';

export type Names = ReadonlyMap<string, string>;

const placeOf = (areaId: string, names: Names) => ({ areaId, name: names.get(areaId) ?? '' });

const toldOf = (row: CallRow, names: Names, comingCount: number) => ({
  callId: row.id,
  template: row.template,
  title: row.title,
  why: row.why,
  area: placeOf(row.area_id, names),
  gatherPoint: row.gather_point,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  peopleWanted: row.people_wanted,
  comingCount,
  status: row.status,
  result: row.result,
  issuedBy: row.issued_by_name,
  issuedAt: row.issued_at,
});

export function viewCall(actor: Actor, row: CallRow, names: Names, comingCount: number): CallRecord {
  const here = mayIssue(actor, row.area_path) || 'call.outside_your_area';
  const end = here === true ? mayEnd(row.status) : here;
  return {
    ...toldOf(row, names, comingCount),
    areas: row.area_ids.map((areaId) => placeOf(areaId, names)),
    groups: row.groups,
    skills: row.skills,
    reachedCount: row.reached_count,
    cameCount: row.came_count,
    endedAt: row.ended_at,
    endReason: row.end_reason,
    sessionId: row.session_id,
    version: row.version,
    can: { stand_down: end, close: end, see_people: here },
  };
}

export const viewMyCall = (
  row: CallRow,
  names: Names,
  comingCount: number,
  target: { answer: CallAnswer | null; is_standby: boolean },
  now: Date,
): MyCall => ({
  ...toldOf(row, names, comingCount),
  answer: target.answer,
  isStandby: target.is_standby,
  can: { answer: mayAnswer(row.status, row.ends_at, now) },
});

export const viewShift = (
  actor: Actor,
  row: ShiftRow,
  beside: { names: Names; takenCount: number; before: string | null },
): DutyShift => ({
  shiftId: row.id,
  title: row.title,
  area: placeOf(row.area_id, beside.names),
  place: row.place,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  posts: row.posts,
  places: row.places,
  takenCount: beside.takenCount,
  sessionId: row.session_id,
  handover: row.handover,
  handedOverBy: row.handed_over_by,
  handedOverAt: row.handed_over_at,
  before: beside.before,
  version: row.version,
  can: { hand_over: covers(actor, 'attendance.run', row.area_path) || 'call.outside_your_area' },
});
