/**
 * The database as types. Each module adds its tables in its own `tables.ts` by
 * `declare module '#kernel/database/tables.ts' { interface Tables { … } }`;
 * a test compares the sum with information_schema.
 */
export interface Tables {
  schema_migrations: { name: string; digest: string; applied_at: string };
}
