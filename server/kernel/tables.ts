import type { InstantColumn, JsonColumn, OptionalInstant } from '#kernel/database/columns.ts';

interface StreetsTable {
  street_id: number;
  name: string;
  district: string;
  pack: string;
  host: string | null;
  schematic: boolean;
  demo: boolean;
  created_at: InstantColumn;
}

interface EventsTable {
  street_id: number;
  id: string;
  at: InstantColumn;
  actor_id: string | null;
  actor_name: string;
  acting_role: string | null;
  name: string;
  subject_module: string;
  subject_id: string;
  from_state: string | null;
  to_state: string | null;
  area_path: string | null;
  data: JsonColumn<Record<string, unknown>>;
  payload_hash: string;
}

interface EventSealsTable {
  street_id: number;
  seq: number;
  event_id: string;
  payload_hash: string;
  previous_hash: string;
  hash: string;
  sealed_at: InstantColumn;
}

interface IdempotencyKeysTable {
  street_id: number;
  account_id: string;
  key: string;
  request_hash: string;
  status: number | null;
  answer: JsonColumn<unknown> | null;
  created_at: InstantColumn;
}

interface FilesTable {
  street_id: number;
  id: string;
  digest: string;
  thumbnail_digest: string | null;
  media_type: string;
  bytes: number;
  width: number | null;
  height: number | null;
  file_name: string;
  subject_module: string | null;
  subject_id: string | null;
  area_path: string | null;
  uploaded_by: string;
  uploaded_at: InstantColumn;
  phase: 'before' | 'after' | null;
  taken_at: OptionalInstant;
}

interface CalendarDaysTable {
  day: string;
  is_workday: boolean;
  kind: 'workday' | 'weekend' | 'holiday' | 'makeup_workday';
  name: string;
  source: string;
}

declare module '#kernel/database/tables.ts' {
  interface Tables {
    streets: StreetsTable;
    events: EventsTable;
    event_queue: { street_id: number; event_id: string };
    event_seals: EventSealsTable;
    event_heads: { street_id: number; seq: number; hash: string; published_on: string | null };
    idempotency_keys: IdempotencyKeysTable;
    reactions_done: { street_id: number; event_id: string; reaction: string; done_at: InstantColumn };
    files: FilesTable;
    calendar_days: CalendarDaysTable;
  }
}

export type { OptionalInstant };
