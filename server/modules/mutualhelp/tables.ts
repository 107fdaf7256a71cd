import type * as codes from '#contract/mutualhelp/codes.ts';
import type { InstantColumn, OptionalInstant } from '#kernel/database/columns.ts';

interface HelpAsksTable {
  street_id: number;
  id: string;
  asker_id: string;
  community_id: string;
  area_id: string;
  area_path: string;
  home_path: string;
  kind: codes.HelpKind;
  text: string;
  starts_at: InstantColumn;
  ends_at: InstantColumn;
  safeguards: codes.Safeguard[];
  company: codes.Company;
  helpers_wanted: number;
  points: number;
  status: codes.AskStatus;
  thanks: string | null;
  hidden_reason: string | null;
  asked_at: InstantColumn;
  settled_at: OptionalInstant;
  version: number;
}

interface HelpPledgesTable {
  street_id: number;
  id: string;
  ask_id: string;
  helper_id: string;
  state: codes.PledgeState;
  hold_id: string | null;
  pledged_at: InstantColumn;
  agreed_at: OptionalInstant;
}

interface HelpReportsTable {
  street_id: number;
  id: string;
  ask_id: string;
  reporter_id: string;
  reason: codes.ReportReason;
  note: string;
  reported_at: InstantColumn;
  closed_at: OptionalInstant;
  closed_by: string | null;
}

interface HelpOffersTable {
  street_id: number;
  person_id: string;
  community_id: string;
  home_path: string;
  kinds: codes.HelpKind[];
  times: codes.OfferTime[];
  paused: boolean;
  updated_at: InstantColumn;
}

interface HelpTeamsTable {
  street_id: number;
  id: string;
  community_id: string;
  area_path: string;
  name: string;
  purpose: string;
  leader_id: string;
  status: codes.TeamStatus;
  founded_at: InstantColumn;
  version: number;
}

interface HelpTeamMembersTable {
  street_id: number;
  team_id: string;
  person_id: string;
  joined_at: InstantColumn;
  mentor_id: string | null;
  mentor_state: codes.MentorState | null;
}

interface HelpNeedsTable {
  street_id: number;
  id: string;
  community_id: string;
  area_path: string;
  title: string;
  text: string;
  starts_at: InstantColumn;
  ends_at: InstantColumn;
  people_wanted: number;
  status: codes.NeedStatus;
  team_id: string | null;
  result: string | null;
  posted_by: string;
  posted_at: InstantColumn;
  version: number;
}

declare module '#kernel/database/tables.ts' {
  interface Tables {
    help_asks: HelpAsksTable;
    help_pledges: HelpPledgesTable;
    help_reports: HelpReportsTable;
    help_offers: HelpOffersTable;
    help_teams: HelpTeamsTable;
    help_team_members: HelpTeamMembersTable;
    help_needs: HelpNeedsTable;
    help_agreements: {
      street_id: number;
      person_id: string;
      edition: string;
      signed_at: InstantColumn;
    };
  }
}
