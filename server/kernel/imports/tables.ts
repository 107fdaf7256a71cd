import type { ImportMode, ImportStatus } from '#contract/imports/records.ts';
import type { Post } from '#kernel/context.ts';
import type { InstantColumn, JsonColumn, OptionalInstant } from '#kernel/database/columns.ts';

/** Who runs an import: enough to act as that person in the background. */
export interface RunningActor {
  accountId: string;
  personId: string | null;
  displayName: string;
  posts: readonly Post[];
  acting: Post | null;
}

interface ImportsTable {
  street_id: number;
  id: string;
  register: string;
  file_name: string;
  file_digest: string;
  file_key: string | null;
  status: ImportStatus;
  mode: ImportMode;
  sheets: JsonColumn<string[]>;
  sheet: number;
  header_row: number | null;
  headers: JsonColumn<string[]>;
  header_digest: string;
  mapping: JsonColumn<Record<string, number>>;
  remembered: boolean;
  rows_total: number | null;
  next_row: number;
  created: number;
  updated: number;
  unchanged: number;
  duplicate: number;
  failed: number;
  fault: string | null;
  actor: JsonColumn<RunningActor> | null;
  lease_token: string | null;
  lease_until: OptionalInstant;
  area_path: string;
  uploaded_by: string;
  uploaded_by_name: string;
  uploaded_at: InstantColumn;
  finished_at: OptionalInstant;
  version: number;
}

interface ImportMappingsTable {
  street_id: number;
  register: string;
  header_digest: string;
  mapping: JsonColumn<Record<string, number>>;
  used_at: InstantColumn;
}

interface ImportErrorsTable {
  street_id: number;
  import_id: string;
  row_number: number;
  code: string;
  column_key: string | null;
  /** Encrypted JSON of `RefusedRow`. */
  sealed: string;
}

declare module '#kernel/database/tables.ts' {
  interface Tables {
    imports: ImportsTable;
    import_mappings: ImportMappingsTable;
    import_errors: ImportErrorsTable;
  }
}
