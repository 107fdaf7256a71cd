// Tables of joint work: whistles, responders, evaluations, links, exclusions.
import type { UnitKind } from '#contract/cases/codes.ts';
import type * as codes from '#contract/cases/joint/codes.ts';
import type { InstantColumn, JsonColumn, OptionalInstant } from '#kernel/database/columns.ts';

export interface CalledUnit {
  kind: UnitKind;
  unitId: string;
  name: string;
}

export interface CaseWhistlesTable {
  street_id: number;
  case_id: string;
  parent_id: string;
  whistle_type: codes.WhistleType;
  blower_kind: UnitKind;
  blower_id: string;
  blower_name: string;
  blower_path: string;
  blown_by: string;
  blown_by_name: string;
  blown_at: InstantColumn;
  called: JsonColumn<CalledUnit[]>;
  arrive_by: OptionalInstant;
  due_at: OptionalInstant;
  approval: (typeof codes.whistleApprovals)[number];
  approved_by_name: string | null;
  approved_at: OptionalInstant;
  approve_by: OptionalInstant;
}

interface CaseResponsesTable {
  street_id: number;
  assignment_id: string;
  case_id: string;
  acknowledge_by: InstantColumn;
  arrive_by: OptionalInstant;
  acknowledged_at: OptionalInstant;
  arrived_at: OptionalInstant;
  reported_at: OptionalInstant;
}

interface CaseEvaluationsTable {
  street_id: number;
  assignment_id: string;
  of_side: 'responder' | 'blower';
  case_id: string;
  grades: JsonColumn<Record<string, codes.Grade>>;
  note: string | null;
  by_id: string;
  by_name: string;
  at: InstantColumn;
}

interface CaseLinksTable {
  street_id: number;
  case_id: string;
  other_id: string;
  link_kind: codes.LinkKind;
  linked_by_name: string;
  linked_at: InstantColumn;
}

interface CaseExclusionsTable {
  street_id: number;
  id: string;
  case_id: string;
  reason: codes.ExclusionReason;
  note: string;
  file_ids: string[];
  applied_by: string;
  applied_by_name: string;
  applied_at: InstantColumn;
  decision: codes.ExclusionDecision;
  decided_by_name: string | null;
  decided_at: OptionalInstant;
  decision_note: string | null;
}

declare module '#kernel/database/tables.ts' {
  interface Tables {
    case_whistles: CaseWhistlesTable;
    case_responses: CaseResponsesTable;
    case_evaluations: CaseEvaluationsTable;
    case_links: CaseLinksTable;
    case_exclusions: CaseExclusionsTable;
  }
}
