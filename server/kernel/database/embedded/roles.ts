// The database and the role of the app, made when absent and put right when changed.
import pg from 'pg';
import { type Access, appRole, databaseName, ownerRole } from './access.ts';
import { ownerClient } from './connect.ts';

/** Idempotent. Rights on tables are given by the migrations, not here. Answers the server's version, such as 18.4. */
export async function ensureDatabase(port: number, access: Access): Promise<string> {
  const client = ownerClient(port, access, 'postgres');
  await client.connect();
  try {
    const { rows } = await client.query<{ version: string; role: boolean; database: boolean }>(
      `SELECT current_setting('server_version') AS version,
              EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS role,
              EXISTS (SELECT FROM pg_database WHERE datname = $2) AS database`,
      [appRole, databaseName],
    );
    const [found] = rows;
    const verb = found?.role ? 'ALTER' : 'CREATE';
    await client.query(
      `${verb} ROLE ${appRole} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS
       PASSWORD ${pg.escapeLiteral(access.appPassword)}`,
    );
    if (!found?.database)
      await client.query(`CREATE DATABASE ${databaseName} OWNER ${ownerRole} ENCODING 'UTF8'`);
    return (found?.version ?? '').split(' ')[0] ?? '';
  } finally {
    await client.end();
  }
}
