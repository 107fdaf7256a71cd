import type * as codes from '#contract/cases/codes.ts';
import type { Kind, Move, Status } from '#contract/cases/machine.ts';
import type { CaseRecord } from '#contract/cases/records.ts';
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
}

export interface CasesTable {
  street_id: number;
  id: string;
  number: string;
  external_number: string | null;
  kind: Kind;
  status: Status;
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
  search: string[];
  matter_code: string | null;
  area_id: string | null;
  area_path: string;
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
  requester_count: number;
  steps: number;
  version: number;
}

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

interface CaseSignaturesTable {
  street_id: number;
  case_id: string;
  round: number;
  level: number;
  account_id: string;
  signer: string;
  on_behalf_of: string | null;
  role: string;
  at: InstantColumn;
  digest: string;
}

interface CaseContactsTable {
  street_id: number;
  id: string;
  case_id: string;
  round: number;
  at: InstantColumn;
  by_name: string;
  way: CaseRecord['contacts'][number]['way'];
  outcome: CaseRecord['contacts'][number]['outcome'];
  note: string | null;
}

interface CaseTimersTable {
  street_id: number;
  case_id: string;
  timer: codes.Timer;
  started_at: InstantColumn;
  due_at: InstantColumn;
  stopped_at: OptionalInstant;
  warned_at: OptionalInstant;
}

declare module '#kernel/database/tables.ts' {
  interface Tables {
    matters: MattersTable;
    case_numbers: { street_id: number; day: string; last: number };
    cases: CasesTable;
    case_steps: CaseStepsTable;
    case_requesters: CaseRequestersTable;
    case_assignments: CaseAssignmentsTable;
    case_signatures: CaseSignaturesTable;
    case_contacts: CaseContactsTable;
    case_timers: CaseTimersTable;
  }
}
