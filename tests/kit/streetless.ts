import type { LogEvent } from 'kysely';

/** Tables that are the same for every street, and the queue's own statements. */
const streetless = /\b(streets|calendar_days|schema_migrations|pgboss|pg_|information_schema)/;
const statement = /\b(from|into|update|join)\s+"?([a-z_]+)"?/i;

/** Collects every statement on a street table that does not name its street (architecture.md section 9). */
export function refuseStreetless(event: LogEvent, found: string[]): void {
  const { sql } = event.query;
  if (!statement.test(sql) || sql.includes('street_id') || streetless.test(sql)) return;
  found.push(sql.slice(0, 200));
}
