import type { ColumnType } from 'kysely';

/** timestamptz: ISO text out, ISO text or Date in. */
export type InstantColumn = ColumnType<string, string | Date, string | Date>;
export type OptionalInstant = ColumnType<
  string | null,
  string | Date | null | undefined,
  string | Date | null
>;

/** jsonb: parsed out, text in (JSON.stringify it, so that an array is not taken for a PostgreSQL array). */
export type JsonColumn<T> = ColumnType<T, string, string>;
