// `npm run migrate`: brings the database of DATABASE_URL up to date, as the role that owns the schema.
import { readConfig } from '#kernel/config.ts';
import { migrate } from '#kernel/database/migrate.ts';

const config = readConfig();
const url = config.MIGRATION_DATABASE_URL ?? config.DATABASE_URL;
if (!url) {
  console.error(
    'Set DATABASE_URL (or MIGRATION_DATABASE_URL); the embedded database migrates itself at start.',
  );
  process.exit(2);
}
const applied = await migrate(url, console.log);
console.log(applied.length === 0 ? 'Nothing to do: the schema is up to date.' : `${applied.length} applied.`);
