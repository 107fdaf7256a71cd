import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { appRole } from './database.ts';

const folder = join(import.meta.dirname, '../../../migrations');
const lockKey = 5_423_771;

/** Rows of these tables are never changed: a correction is a new row. */
export const appendOnlyTables = ['events', 'event_seals', 'audit_heads', 'hours_entries'] as const;

/** Written by the ledger's own functions alone; requests read them and call points_command. */
export const ledgerTables = [
  'points_accounts',
  'points_programmes',
  'points_rules',
  'points_transfers',
  'points_holds',
  'points_lots',
  'points_lot_uses',
  'points_evidence',
  'points_commands',
  'points_cap_counters',
  'points_settlements',
  'points_settlement_lines',
] as const;

/**
 * Brings the schema up to date: plain SQL files in name order, each once, each in its own transaction,
 * under an advisory lock, run by the role that owns the schema. Forward only.
 */
export async function migrate(ownerUrl: string, log: (line: string) => void = () => {}): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'jia-migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    await ensureAppRole(client);
    const applied = await applyPending(client, log);
    await grantAppRole(client);
    return applied;
  } finally {
    await client.end();
  }
}

async function applyPending(client: pg.Client, log: (line: string) => void): Promise<string[]> {
  await client.query(
    'create table if not exists schema_migrations (name text primary key, digest text not null, applied_at timestamptz not null)',
  );
  const known = new Map<string, string>(
    (await client.query('select name, digest from schema_migrations')).rows.map((row) => [
      row.name,
      row.digest,
    ]),
  );
  const applied: string[] = [];
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()) {
    const sql = await readFile(join(folder, name), 'utf8');
    const digest = createHash('sha256').update(sql).digest('hex');
    const before = known.get(name);
    if (before === digest) continue;
    if (before)
      throw new Error(`Migration ${name} was changed after it had been applied; write a new one instead.`);
    log(`migration ${name}`);
    await client.query('begin');
    await client.query(sql);
    await client.query('insert into schema_migrations values ($1, $2, now())', [name, digest]);
    await client.query('commit');
    applied.push(name);
  }
  return applied;
}

async function ensureAppRole(client: pg.Client): Promise<void> {
  const role = await client.query('select 1 from pg_roles where rolname = $1', [appRole]);
  if (role.rowCount === 0) await client.query(`create role ${appRole} nologin`);
  const member = await client.query("select pg_has_role(current_user, $1, 'member') as yes", [appRole]);
  if (!member.rows[0].yes) await client.query(`grant ${appRole} to current_user`);
}

async function grantAppRole(client: pg.Client): Promise<void> {
  await client.query(`grant usage on schema public to ${appRole}`);
  await client.query(`grant select, insert, update, delete on all tables in schema public to ${appRole}`);
  for (const table of appendOnlyTables) {
    await client.query(`revoke update, delete, truncate on ${table} from ${appRole}`);
  }
  // A place that moves takes the record of its hours along; nothing else of a row changes.
  await client.query(`grant update (area_path) on hours_entries to ${appRole}`);
  await client.query(`revoke insert, update, delete, truncate on ${ledgerTables.join(', ')} from ${appRole}`);
  await client.query(`revoke insert, update, delete on schema_migrations from ${appRole}`);
}
