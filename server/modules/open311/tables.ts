import type { InstantColumn, OptionalInstant } from '#kernel/database/columns.ts';

interface Open311KeysTable {
  street_id: number;
  id: string;
  name: string;
  secret_hash: string;
  made_at: InstantColumn;
  made_by: string;
  last_used_at: OptionalInstant;
  revoked_at: OptionalInstant;
  revoked_by: string | null;
}

interface Open311RequestsTable {
  street_id: number;
  case_id: string;
  key_id: string;
  repeat_hash: string;
  body_hash: string;
  received_at: InstantColumn;
}

declare module '#kernel/database/tables.ts' {
  interface Tables {
    open311_keys: Open311KeysTable;
    open311_requests: Open311RequestsTable;
  }
}
