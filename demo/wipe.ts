import pg from 'pg';
import { SetUpRefusal } from '../server/administrators.ts';

/** Same for every street, or the record of the schema itself. */
const kept = ['schema_migrations', 'calendar_days'];

/**
 * Empties a database that holds demo streets and nothing else, its job queue too. Needs the role that owns the
 * schema: the application may not delete events.
 * @throws SetUpRefusal when there is a real street.
 */
export async function wipeDemo(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'jia-demo' });
  await client.connect();
  try {
    const real = await client.query<{ name: string }>('select name from streets where not demo');
    if (real.rows[0])
      throw new SetUpRefusal(
        `This database holds the real street ${real.rows[0].name}. Nothing was changed. A demo is replanted only where there are demo streets and nothing else; point DATA_DIR or DATABASE_URL elsewhere.`,
      );
    const tables = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname = 'public' and tablename <> all($1)`,
      [kept],
    );
    await client.query('begin');
    await client.query(`truncate ${tables.rows.map((table) => table.name).join(', ')}`);
    await client.query('drop schema if exists pgboss cascade');
    await client.query('commit');
  } finally {
    await client.end();
  }
}
