import type { ExportStatus } from '#contract/exports/records.ts';
import type { InstantColumn, JsonColumn, OptionalInstant } from '#kernel/database/columns.ts';

interface ExportsTable {
  street_id: number;
  id: string;
  register: string;
  filter: JsonColumn<Record<string, unknown>>;
  filter_text: string;
  reason: string;
  masked: boolean;
  status: ExportStatus;
  area_path: string;
  requested_by: string;
  requested_by_name: string;
  requested_by_role: string;
  requested_at: InstantColumn;
  decided_by: string | null;
  decided_by_name: string | null;
  decided_at: OptionalInstant;
  decision_reason: string | null;
  expires_at: OptionalInstant;
  downloaded_at: OptionalInstant;
  ticket_digest: string | null;
  ticket_until: OptionalInstant;
  version: number;
}

declare module '#kernel/database/tables.ts' {
  interface Tables {
    exports: ExportsTable;
  }
}
