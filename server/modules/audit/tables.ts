import type { InstantColumn } from '#kernel/database/columns.ts';

interface AuditHeadsTable {
  street_id: number;
  day: string;
  seq: number;
  hash: string;
  published_at: InstantColumn;
}

declare module '#kernel/database/tables.ts' {
  interface Tables {
    audit_heads: AuditHeadsTable;
  }
}
