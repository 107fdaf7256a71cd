// Tables of intake from outside (migration 0014).
import type { CommunityDuty, Origin } from '#contract/cases/codes.ts';
import type { DirectoryUnitKind } from '#contract/cases/duty/codes.ts';
import type { InstantColumn, JsonColumn } from '#kernel/database/columns.ts';

export interface DutyItemsTable {
  street_id: number;
  id: string;
  code: string;
  text: string;
  category: string | null;
  community_duty: CommunityDuty;
  owner_id: string | null;
  owner_name: string | null;
  leader: string | null;
  basis: string | null;
  frequency: string | null;
  matter_codes: string[];
  search: string[];
  retired: boolean;
  updated_at: InstantColumn;
  updated_by: string;
  version: number;
}

export interface NamedUnit {
  kind: DirectoryUnitKind;
  unitId: string | null;
}

export interface DispatchDirectoryTable {
  street_id: number;
  id: string;
  matter_code: string;
  area_id: string | null;
  area_path: string;
  lead_kind: DirectoryUnitKind;
  lead_id: string | null;
  helpers: JsonColumn<NamedUnit[]>;
  rule: string;
  duty_item_id: string | null;
  valid_from: string;
  valid_to: string | null;
  updated_at: InstantColumn;
  updated_by: string;
  version: number;
}

interface CaseSourcesTable {
  street_id: number;
  case_id: string;
  origin: Origin;
  digest: string;
  source_cipher: string;
  received_at: InstantColumn;
  changed_at: InstantColumn;
}

declare module '#kernel/database/tables.ts' {
  interface Tables {
    duty_items: DutyItemsTable;
    dispatch_directory: DispatchDirectoryTable;
    case_sources: CaseSourcesTable;
  }
}
