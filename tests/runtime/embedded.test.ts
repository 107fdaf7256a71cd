import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { chooseAccount, type RunAs } from '#kernel/database/embedded/account.ts';
import type { EmbeddedDatabase } from '#kernel/database/embedded/embedded.ts';
import { newFolder, postmasterPid, query, start, startApart, tidyUp } from './kit.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });
afterAll(tidyUp);

describe('a first start', () => {
  const dataDir = newFolder();
  const cluster = join(dataDir, 'postgres');
  let database: EmbeddedDatabase;

  beforeAll(async () => {
    database = await start(dataDir);
  });
  afterAll(() => database.stop());

  it('refuses a second start from the same process, naming it', async () => {
    await expect(start(dataDir)).rejects.toMatchObject({
      code: 'database.in_use',
      message: expect.stringContaining(`process ${process.pid}`),
    });
  });

  it('refuses a second start from another process in both languages', async () => {
    const second = await startApart(dataDir);
    expect(second.says.refusal).toContain(`in use by process ${process.pid}`);
    expect(second.says.refusal).toContain(`正由进程 ${process.pid} 使用`);
  });

  it('refuses a wrong password on loopback', async () => {
    const url = database.ownerUrl.replace(/:[^:@]+@/, ':guessed@');
    await expect(query(url, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('keeps data and passwords from other users', () => {
    expect(statSync(cluster).mode & 0o777).toBe(0o700);
    expect(statSync(join(dataDir, 'postgres-access.json')).mode & 0o777).toBe(0o600);
  });

  it('runs the shipped version and says so', async () => {
    expect(database.version).toMatch(/^18\.\d+$/);
    expect(database.adopted).toBe(false);
  });

  it('gives the app a role without rights of its own', async () => {
    const [role] = await query(
      database.appUrl,
      `SELECT current_user AS name, rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls, rolcanlogin
       FROM pg_roles WHERE rolname = current_user`,
    );
    expect(role).toEqual({
      name: 'jia_app',
      rolsuper: false,
      rolcreatedb: false,
      rolcreaterole: false,
      rolreplication: false,
      rolbypassrls: false,
      rolcanlogin: true,
    });
    await expect(query(database.appUrl, 'CREATE TABLE public.mine (id int)')).rejects.toMatchObject({
      code: '42501',
    });
  });

  it('writes what it acknowledges to disk', async () => {
    const settings = await query<{ name: string; setting: string }>(
      database.ownerUrl,
      `SELECT name, setting FROM pg_settings WHERE name IN
         ('fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums', 'listen_addresses')`,
    );
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      data_checksums: 'on',
      listen_addresses: '127.0.0.1',
    });
  });

  it('keeps names and phones out of the server log', async () => {
    await expect(query(database.ownerUrl, `SELECT '13812345678'::int / 0`)).rejects.toThrow();
    await expect(query(database.ownerUrl, `SELECT 1 / 0 AS "phone_13987654321"`)).rejects.toThrow();
    const [file] = await query<{ path: string }>(database.ownerUrl, 'SELECT pg_current_logfile() AS path');
    expect(readFileSync(join(cluster, file?.path ?? ''), 'utf8')).not.toContain('13987654321');
  });

  it('sorts and searches Chinese', async () => {
    const [locale] = await query(
      database.ownerUrl,
      `SELECT datlocprovider AS provider, datlocale AS locale, pg_encoding_to_char(encoding) AS encoding
       FROM pg_database WHERE datname = current_database()`,
    );
    expect(locale).toEqual({ provider: 'b', locale: 'C.UTF-8', encoding: 'UTF8' });
    await query(database.ownerUrl, 'CREATE EXTENSION pg_trgm');
    const [found] = await query(
      database.ownerUrl,
      `SELECT '北苑街道帅府社区' ILIKE '%帅府%' AS ilike, show_trgm('停车难') <> '{}' AS trigrams,
              lower('Ａ座ÀÉ') AS lower, length('楼门长') AS length`,
    );
    expect(found).toEqual({ ilike: true, trigrams: true, lower: 'ａ座àé', length: 3 });
  });
});

describe('a later start', () => {
  it('keeps address, passwords and data, and puts the role of the app right', async () => {
    const dataDir = newFolder();
    const first = await start(dataDir);
    await query(first.ownerUrl, `CREATE TABLE kept AS SELECT 7 AS seven`);
    await query(first.ownerUrl, `ALTER ROLE jia_app CREATEDB PASSWORD 'changed'`);
    await first.stop();
    await first.stop();
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);

    const second = await start(dataDir);
    expect([second.ownerUrl, second.appUrl]).toEqual([first.ownerUrl, first.appUrl]);
    expect(await query(second.ownerUrl, 'SELECT seven FROM kept')).toEqual([{ seven: 7 }]);
    expect(await query(second.appUrl, `SELECT rolcreatedb FROM pg_roles WHERE rolname = 'jia_app'`)).toEqual([
      { rolcreatedb: false },
    ]);
    await second.stop();
  });

  it('takes another port where the old one is taken', async () => {
    const dataDir = newFolder();
    const first = await start(dataDir);
    await first.stop();
    const port = Number(new URL(first.ownerUrl).port);
    const squatter = await listenOn(port);

    const second = await start(dataDir);
    expect(new URL(second.ownerUrl).port).not.toBe(String(port));
    await second.stop();
    squatter.close();
  });

  it('begins again where the very first one was cut off', async () => {
    const dataDir = newFolder();
    mkdirSync(join(dataDir, 'postgres.making', 'cluster'), { recursive: true });
    writeFileSync(join(dataDir, 'postgres.making', 'cluster', 'PG_VERSION'), '18\n');
    const database = await start(dataDir);
    expect(await query(database.ownerUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await database.stop();
  });
});

describe('after kill -9', () => {
  it('of the app, the next start goes on with the living server', async () => {
    const dataDir = newFolder();
    const app = await startApart(dataDir);
    await query(app.says.ownerUrl, 'CREATE TABLE kept AS SELECT 7 AS seven');
    const server = postmasterPid(join(dataDir, 'postgres'));
    await app.kill();

    const next = await start(dataDir);
    expect(next.adopted).toBe(true);
    expect(postmasterPid(join(dataDir, 'postgres'))).toBe(server);
    expect(await query(next.ownerUrl, 'SELECT seven FROM kept')).toEqual([{ seven: 7 }]);
    await next.stop();
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  it('of the database, it comes back on the same address with every acknowledged row', async () => {
    const dataDir = newFolder();
    const lines: string[] = [];
    const database = await start(dataDir, lines);
    await query(database.ownerUrl, 'CREATE TABLE written (n int PRIMARY KEY)');
    const { acknowledged } = await writeUntilKilled(database.ownerUrl, join(dataDir, 'postgres'));
    expect(acknowledged).toBeGreaterThan(50);

    const [kept] = await vi.waitFor(
      () => query<{ count: number }>(database.ownerUrl, 'SELECT count(*)::int FROM written'),
      { timeout: 25_000, interval: 100 },
    );
    // The one in flight may have been kept too; none of the acknowledged may be missing.
    expect([acknowledged, acknowledged + 1]).toContain(kept?.count);
    expect(lines.join('\n')).toContain('bringing it back');
    await database.stop();
  });

  it('of both, the next start recovers', async () => {
    const dataDir = newFolder();
    const app = await startApart(dataDir);
    await query(app.says.ownerUrl, 'CREATE TABLE kept AS SELECT 7 AS seven');
    await app.kill();
    process.kill(postmasterPid(join(dataDir, 'postgres')), 'SIGKILL');

    const next = await start(dataDir);
    expect(next.adopted).toBe(false);
    expect(await query(next.ownerUrl, 'SELECT seven FROM kept')).toEqual([{ seven: 7 }]);
    await next.stop();
  });

  it('a number that now belongs to a stranger stops neither the start nor the stranger', async () => {
    const dataDir = newFolder();
    const first = await start(dataDir);
    await first.stop();
    // Of the same user as the server: the server itself sees through the others.
    const stranger = strangerOf(chooseAccount());
    const mark = [
      stranger.pid,
      join(dataDir, 'postgres'),
      1,
      5432,
      '',
      '127.0.0.1',
      ' 1234 5678',
      'ready   ',
    ];
    writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), mark.join('\n'));

    const next = await start(dataDir);
    expect(next.adopted).toBe(false);
    await next.stop();
    expect(stranger.exitCode).toBeNull();
    expect(stranger.kill()).toBe(true);
  });
});

describe('two starts in the same moment', () => {
  it('one serves, the other refuses', async () => {
    const dataDir = newFolder();
    const starters = await Promise.all([startApart(dataDir), startApart(dataDir)]);
    const refusals = starters.map(({ says }) => says.refusal).filter(Boolean);
    expect(refusals).toHaveLength(1);
    expect(refusals[0]).toContain('in use by process');
    await Promise.all(starters.map((starter) => starter.stop()));
  });
});

describe('a start refuses', () => {
  it('data of another major version, leaving it as it was', async () => {
    const dataDir = newFolder();
    const first = await start(dataDir);
    await first.stop();
    const versionFile = join(dataDir, 'postgres', 'PG_VERSION');
    writeFileSync(versionFile, '17\n');
    await expect(start(dataDir)).rejects.toMatchObject({
      code: 'database.other_major_version',
      message: expect.stringContaining('belongs to PostgreSQL 17; this program brings 18'),
    });

    writeFileSync(versionFile, '18\n');
    await (await start(dataDir)).stop();
  });

  it('data whose passwords are lost', async () => {
    const dataDir = newFolder();
    const first = await start(dataDir);
    await first.stop();
    rmSync(join(dataDir, 'postgres-access.json'));
    await expect(start(dataDir)).rejects.toMatchObject({ code: 'database.password_lost' });
  });
});

async function writeUntilKilled(url: string, cluster: string): Promise<{ acknowledged: number }> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  let acknowledged = 0;
  try {
    while (acknowledged < 10_000) {
      await client.query('INSERT INTO written VALUES ($1)', [acknowledged + 1]);
      acknowledged += 1;
      if (acknowledged === 100) process.kill(postmasterPid(cluster), 'SIGKILL');
    }
  } catch {
    // Its children notice that the postmaster is dead, and the connection breaks.
  }
  await client.end().catch(() => {});
  return { acknowledged };
}

function strangerOf(account: RunAs | undefined): ChildProcess {
  return spawn('/bin/sleep', ['60'], { cwd: '/', stdio: 'ignore', ...account });
}

function listenOn(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
