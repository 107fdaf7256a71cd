// A PostgreSQL of the distribution, made in a temporary folder: the oldest version that DATABASE_URL may name.
import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { chooseAccount } from '#kernel/database/embedded/account.ts';
import { freePort } from '#kernel/database/embedded/port.ts';
import { checkServer } from '#kernel/database/external.ts';
import { newFolder, tidyUp } from './kit.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

const bin = '/usr/lib/postgresql/15/bin';
const present = existsSync(join(bin, 'initdb'));
if (!present) console.warn(`No PostgreSQL 15 in ${bin}: the tests against an external server are skipped.`);

describe.runIf(present)('an external PostgreSQL 15', () => {
  const cluster = join(newFolder(), 'postgres');
  const runAs = chooseAccount();
  const run = (program: string, ...args: string[]) =>
    execFileSync(join(bin, program), [...args, '-D', cluster], { cwd: '/', stdio: 'ignore', ...runAs });
  let port = 0;

  beforeAll(async () => {
    mkdirSync(cluster, { mode: 0o700 });
    if (runAs) chownSync(cluster, runAs.uid, runAs.gid);
    port = await freePort();
    run('initdb', '--username=street', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync');
    run('pg_ctl', 'start', '-w', '-l', join(cluster, 'log'), '-o', `-p ${port} -h 127.0.0.1 -k ''`);
  });
  afterAll(() => {
    run('pg_ctl', 'stop', '-m', 'fast', '-w');
    tidyUp();
  });

  async function connected<Result>(database: string, use: (client: pg.Client) => Promise<Result>) {
    const client = new pg.Client({ connectionString: `postgres://street@127.0.0.1:${port}/${database}` });
    await client.connect();
    return use(client).finally(() => client.end());
  }

  it('is taken as it is', async () => {
    const check = await connected('postgres', checkServer);
    expect(check.version).toMatch(/^15\.\d+$/);
    expect(check.warnings).toEqual([]);
  });

  it('is warned of when it answers before it has written', async () => {
    const check = await connected('postgres', async (client) => {
      await client.query('SET synchronous_commit = off');
      return checkServer(client);
    });
    expect(check.warnings).toEqual([expect.stringContaining('synchronous_commit is off')]);
  });

  it('is refused with a database in another encoding', async () => {
    await connected('postgres', (client) =>
      client.query(`CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0`),
    );
    await expect(connected('latin', checkServer)).rejects.toMatchObject({
      code: 'database.server_encoding',
      details: { found: 'LATIN1' },
    });
  });
});
