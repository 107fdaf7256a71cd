import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type * as codes from '#contract/cases/codes.ts';
import type { ExclusionDecision } from '#contract/cases/joint/codes.ts';
import type { KindRules } from '#contract/cases/kinds.ts';
import type { Kind, Move, Status } from '#contract/cases/machine.ts';
import type { PhotoShows, PublicAsks } from '#contract/cases/publish/codes.ts';
import type { ReplyOutcome } from '#contract/cases/replies/outcomes.ts';
import type { RequesterWay } from '#contract/cases/resident/codes.ts';
import type { SafetyAlarm } from '#contract/cases/safety/codes.ts';
import type { ClockType, SlaContent } from '#contract/cases/sla.ts';
import type { InstantColumn, JsonColumn, OptionalInstant } from '#kernel/database/columns.ts';

interface MattersTable {
  street_id: number;
  code: string;
  name: string;
  parent_code: string | null;
  position: number;
  urgency: codes.Urgency;
  tags: string[];
  self_handle: boolean;
  community_duty: codes.CommunityDuty;
  examples: Generated<string[]>;
}

export interface CasesTable {
  street_id: number;
  id: string;
  number: string;
  external_number: string | null;
  kind: Kind;
  status: Status;
  is_open: GeneratedAlways<boolean>;
  round: number;
  tier: number;
  signed: number;
  returns: number;
  designated_final: boolean;
  channel: codes.Channel;
  request_type: codes.RequestType;
  urgency: codes.Urgency;
  title: string;
  text: string;
  matter_code: string | null;
  area_id: string | null;
  area_path: string;
  community_path: GeneratedAlways<string>;
  place_text: string;
  longitude: number | null;
  latitude: number | null;
  reported_by: string | null;
  reported_at: InstantColumn;
  due_at: OptionalInstant;
  due_order: InstantColumn;
  finished_at: OptionalInstant;
  closed_at: OptionalInstant;
  suspended_at: OptionalInstant;
  suspended_until: OptionalInstant;
  extension_until: OptionalInstant;
  lead_kind: codes.UnitKind | null;
  lead_id: string | null;
  lead_name: string | null;
  handler_id: string | null;
  result: string | null;
  answer: string | null;
  solved: (typeof codes.solvedAnswers)[number] | null;
  satisfaction: (typeof codes.satisfactions)[number] | null;
  closure_type: codes.ClosureType | null;
  merged_into: string | null;
  parent_id: string | null;
  supervised: boolean;
  tags: string[] | null;
  exclusion: ExclusionDecision | null;
  kind_rules: JsonColumn<KindRules> | null;
  requester_count: number;
  alarms: Generated<SafetyAlarm[]>;
  suggested_matter: string | null;
  suggested_confidence: number | null;
  model_version: number | null;
  steps: number;
  version: number;
  /** Version of the limits it is counted by. */
  sla: string | null;
  due_fixed: Later<boolean>;
  inner_due_at: OptionalInstant;
}

interface CaseSearchTable {
  street_id: number;
  case_id: string;
  reported_at: InstantColumn;
  grams: string[];
}

/** Filled by the first step. */
type Later<T> = ColumnType<T, T | undefined, T>;

interface CaseStepsTable {
  street_id: number;
  case_id: string;
  seq: number;
  event_id: string;
  at: InstantColumn;
  name: Move | codes.Act;
  actor_id: string | null;
  actor_name: string;
  role: string | null;
  from_status: Status | null;
  to_status: Status;
  round: number;
  note: string | null;
  data: JsonColumn<Record<string, unknown>>;
  device_at: OptionalInstant;
}

interface CaseRequestersTable {
  street_id: number;
  id: string;
  case_id: string;
  account_id: string | null;
  name: string;
  phone_cipher: string | null;
  phone_tail_index: string | null;
  on_behalf_of: string | null;
  hidden: boolean;
  added_at: InstantColumn;
  way: ColumnType<RequesterWay, RequesterWay | undefined, RequesterWay>;
  photos_public: Generated<boolean>;
}

interface CaseAssignmentsTable {
  street_id: number;
  id: string;
  case_id: string;
  role: codes.AssignmentRole;
  unit_kind: codes.UnitKind;
  unit_id: string;
  unit_name: string;
  unit_path: string;
  status: codes.AssignmentStatus;
  due_at: OptionalInstant;
  report: string | null;
  assigned_at: InstantColumn;
}

interface CaseTimersTable {
  street_id: number;
  case_id: string;
  timer: codes.Timer;
  part: number;
  clock: ClockType;
  started_at: InstantColumn;
  due_at: InstantColumn;
  first_due_at: InstantColumn;
  paused_at: OptionalInstant;
  stopped_at: OptionalInstant;
  yellow_at: InstantColumn;
  given: number;
  alarm_at: OptionalInstant;
  guessed: boolean;
}

interface CaseLimitsTable {
  street_id: number;
  version: string;
  valid_from: string;
  content: JsonColumn<SlaContent>;
  reason: string;
  set_at: InstantColumn;
  set_by: string;
}

interface CaseRecountsTable {
  street_id: number;
  reason: string;
  asked_at: InstantColumn;
  after_case: string | null;
}

interface CaseModelsTable {
  street_id: number;
  version: number;
  trained_at: InstantColumn;
  lessons: number;
  own_lessons: number;
  labels: number;
  accuracy: number;
  macro_f1: number;
  sure_from: number;
  sure_share: number;
  bytes: Buffer;
}

interface CaseRatingsTable {
  street_id: number;
  case_id: string;
  round: number;
  requester_id: string;
  token_hash: string | null;
  asked_at: InstantColumn;
  expires_at: InstantColumn;
  answered_at: OptionalInstant;
  solved: (typeof codes.solvedAnswers)[number] | null;
  satisfaction: (typeof codes.satisfactions)[number] | null;
}

interface CasePublicationsTable {
  street_id: number;
  id: string;
  case_id: string;
  title: string;
  asked: string;
  done: string;
  /** The three as one, folded for the search. */
  words: string;
  search: string[];
  matter_code: string | null;
  community_id: string | null;
  reported_at: InstantColumn;
  closed_at: InstantColumn;
  published_at: InstantColumn;
  published_by: string;
  asks: Generated<PublicAsks>;
}

interface CasePublicationPhotosTable {
  street_id: number;
  publication_id: string;
  file_id: string;
  position: number;
  shows: PhotoShows;
}

interface ReplyLinesTable {
  street_id: number;
  matter_code: string;
  outcome: ReplyOutcome;
  position: number;
  sentence: string;
}

declare module '#kernel/database/tables.ts' {
  interface Tables {
    matters: MattersTable;
    case_numbers: { street_id: number; day: string; last: number };
    cases: CasesTable;
    case_search: CaseSearchTable;
    case_steps: CaseStepsTable;
    case_requesters: CaseRequestersTable;
    case_assignments: CaseAssignmentsTable;
    case_timers: CaseTimersTable;
    case_limits: CaseLimitsTable;
    case_recounts: CaseRecountsTable;
    case_ratings: CaseRatingsTable;
    case_repeats: { street_id: number; case_id: string; earlier_id: string };
    case_publications: CasePublicationsTable;
    case_publication_photos: CasePublicationPhotosTable;
    case_models: CaseModelsTable;
    reply_lines: ReplyLinesTable;
    case_originals: { street_id: number; case_id: string; original: string; digest: string };
  }
}
