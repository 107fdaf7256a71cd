import type * as codes from '#contract/calls/codes.ts';
import type { InstantColumn, OptionalInstant } from '#kernel/database/columns.ts';

interface CallsTable {
  street_id: number;
  id: string;
  template: codes.CallTemplate;
  title: string;
  why: string;
  area_id: string;
  area_path: string;
  gather_point: string;
  starts_at: InstantColumn;
  ends_at: InstantColumn;
  people_wanted: number;
  area_ids: string[];
  area_paths: string[];
  groups: codes.CallGroup[];
  skills: codes.CallSkill[];
  team_ids: string[];
  status: codes.CallStatus;
  reached_count: number;
  came_count: number | null;
  result: string | null;
  end_reason: string | null;
  issued_by: string | null;
  issued_by_name: string;
  issued_at: InstantColumn;
  ended_at: OptionalInstant;
  activity_id: string;
  session_id: string;
  version: number;
}

interface CallTargetsTable {
  street_id: number;
  call_id: string;
  person_id: string;
  account_id: string;
  answer: codes.CallAnswer | null;
  sign_up_id: string | null;
  is_standby: boolean;
  answered_at: OptionalInstant;
}

interface DutyShiftsTable {
  street_id: number;
  id: string;
  plan_id: string;
  title: string;
  area_id: string;
  area_path: string;
  place: string;
  starts_at: InstantColumn;
  ends_at: InstantColumn;
  posts: string[];
  places: number;
  activity_id: string;
  session_id: string;
  handover: string | null;
  handed_over_by: string | null;
  handed_over_at: OptionalInstant;
  version: number;
}

interface CallTeamsTable {
  street_id: number;
  team_id: string;
  area_path: string;
}

interface CallTeamMembersTable {
  street_id: number;
  team_id: string;
  person_id: string;
}

declare module '#kernel/database/tables.ts' {
  interface Tables {
    call_teams: CallTeamsTable;
    call_team_members: CallTeamMembersTable;
    calls: CallsTable;
    call_targets: CallTargetsTable;
    call_skills: {
      street_id: number;
      person_id: string;
      skills: codes.CallSkill[];
      updated_at: InstantColumn;
    };
    duty_shifts: DutyShiftsTable;
  }
}
