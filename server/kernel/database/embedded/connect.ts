// Asks a server on loopback whether it is ours and ready.
import { realpathSync } from 'node:fs';
import pg from 'pg';
import { type Access, ownerRole, urlOf } from './access.ts';

/** `ready`; `busy` while it starts, recovers or stops; `refused` by our password; `silent` otherwise. */
export type Answer = 'ready' | 'busy' | 'refused' | 'silent';

const answerPatienceMs = 3_000;

const answers: Record<string, Answer> = {
  '57P03': 'busy', // cannot_connect_now
  '57P01': 'busy', // admin_shutdown
  '53300': 'busy', // too_many_connections
  '28P01': 'refused', // invalid_password
  '28000': 'refused', // no entry in pg_hba for us
};

export async function askServer(port: number, access: Access, cluster: string): Promise<Answer> {
  const client = ownerClient(port, access, 'postgres');
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    return realpathSync(rows[0]?.data_directory ?? '') === realpathSync(cluster) ? 'ready' : 'silent';
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return answers[code] ?? 'silent';
  } finally {
    await client.end().catch(() => {});
  }
}

/** A client of the owning role, not yet connected; its errors between queries are left to the caller's next query. */
export function ownerClient(port: number, access: Access, database: string): pg.Client {
  const client = new pg.Client({
    connectionString: urlOf(ownerRole, access.ownerPassword, port, database),
    connectionTimeoutMillis: answerPatienceMs,
    application_name: 'jia-launcher',
  });
  client.on('error', () => {});
  return client;
}
