import type {
  Credit,
  Direction,
  HourSource,
  Mark,
  RequestKind,
  RequestState,
  Way,
} from '#contract/attendance/kinds.ts';
import type { NoticeKind, ObjectionState } from '#contract/attendance/notice.ts';
import type { InstantColumn, OptionalInstant } from '#kernel/database/columns.ts';

interface OccurrenceKeysTable {
  street_id: number;
  session_id: string;
  occurrence: string;
  secret_cipher: string | null;
  area_path: string;
  opened_at: InstantColumn;
  closes_at: InstantColumn;
  destroyed_at: OptionalInstant;
}

interface VenueDutyTable {
  street_id: number;
  session_id: string;
  account_id: string;
  person_id: string | null;
  staff: boolean;
  screen_offset_ms: number;
  opened_at: InstantColumn;
  seen_at: InstantColumn;
}

interface MemberKeysTable {
  street_id: number;
  id: string;
  person_id: string;
  account_id: string;
  device_id: string;
  pseudonym: string;
  key_id: string;
  secret_cipher: string | null;
  serial: number;
  last_step: number | null;
  given_at: InstantColumn;
  ends_at: InstantColumn;
  revoked_at: OptionalInstant;
}

export interface ScansTable {
  street_id: number;
  id: string;
  session_id: string;
  area_path: string;
  person_id: string;
  family_id: string | null;
  direction: Direction;
  way: Way;
  mark: Mark;
  state: 'counts' | 'waiting' | 'void';
  reason: string | null;
  happened_at: InstantColumn;
  arrived_at: InstantColumn;
  step: number | null;
  nonce: string;
  device_id: string | null;
  account_id: string;
  reviewed_by: string | null;
  reviewed_at: OptionalInstant;
}

export interface HoursEntriesTable {
  street_id: number;
  id: string;
  session_id: string;
  activity_id: string;
  programme_id: string | null;
  title: string;
  person_id: string;
  family_id: string | null;
  organisation_id: string | null;
  area_id: string;
  area_path: string;
  day: string;
  started_at: InstantColumn;
  ended_at: InstantColumn;
  minutes: number;
  source: HourSource;
  credit: Credit;
  late: boolean;
  corrects_id: string | null;
  reason: string | null;
  request_id: string | null;
  recorded_by: string | null;
  signed_by: string;
  signature: string;
  recorded_at: InstantColumn;
}

export interface HourRequestsTable {
  street_id: number;
  id: string;
  kind: RequestKind;
  state: RequestState;
  session_id: string;
  title: string;
  entry_id: string | null;
  person_id: string;
  area_path: string;
  started_at: InstantColumn;
  ended_at: InstantColumn;
  minutes_before: number | null;
  minutes: number;
  reason: string;
  asked_by: string;
  asked_by_person: string | null;
  asked_by_name: string;
  asked_at: InstantColumn;
  decided_by: string | null;
  decided_by_name: string | null;
  decided_at: OptionalInstant;
  decision_reason: string | null;
  wished_by: string | null;
  wished_at: OptionalInstant;
}

interface CertificatesTable {
  street_id: number;
  id: string;
  code: string;
  person_id: string;
  organisation_id: string | null;
  organisation_name: string;
  from_on: string;
  to_on: string;
  minutes: number;
  entry_ids: string[];
  issued_at: InstantColumn;
  issued_by: string;
}

interface HoursRulesTable {
  street_id: number;
  version: number;
  day_minutes_max: number;
  star_hours: number[];
  from_on: string;
  reason: string;
  made_by: string;
  made_by_name: string;
  made_at: InstantColumn;
}

interface RevokedMemberKeysTable {
  street_id: number;
  pseudonym: string;
  person_id: string;
  revoked_at: InstantColumn;
  revoked_by: string;
}

export interface HourChecksTable {
  street_id: number;
  id: string;
  area_id: string;
  area_path: string;
  seed: string;
  from_on: string;
  to_on: string;
  out_of: number;
  entry_ids: string[];
  wrong_ids: string[];
  result: string;
  published_at: InstantColumn;
  published_by: string;
  published_by_person: string | null;
}

export interface HourObjectionsTable {
  street_id: number;
  id: string;
  kind: NoticeKind;
  subject_id: string;
  area_path: string;
  text: string;
  state: ObjectionState;
  made_by: string;
  made_by_person: string;
  made_at: InstantColumn;
  decided_by: string | null;
  decided_by_name: string | null;
  decided_at: OptionalInstant;
  decision: string | null;
}

interface StarHonoursTable {
  street_id: number;
  person_id: string;
  nickname: string;
  joined_at: InstantColumn;
}

declare module '#kernel/database/tables.ts' {
  interface Tables {
    occurrence_keys: OccurrenceKeysTable;
    venue_duty: VenueDutyTable;
    member_keys: MemberKeysTable;
    scans: ScansTable;
    attendance_turns: { street_id: number; person_id: string; taken_at: InstantColumn };
    attendance_tries: { street_id: number; account_id: string; hour: InstantColumn; wrong: number };
    hours_entries: HoursEntriesTable;
    hour_requests: HourRequestsTable;
    revoked_member_keys: RevokedMemberKeysTable;
    star_honours: StarHonoursTable;
    hours_rules: HoursRulesTable;
    certificates: CertificatesTable;
    hour_checks: HourChecksTable;
    hour_objections: HourObjectionsTable;
  }
}
