// Where the data and the programs lie for root, for a user without rights, and where neither can go.
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { canReach, chooseAccount } from '#kernel/database/embedded/account.ts';
import { findBinaries, reachableBinaries } from '#kernel/database/embedded/binaries.ts';
import { startEmbeddedDatabase } from '#kernel/database/embedded/embedded.ts';
import { isRoot, newFolder, nobody, query, startApart, tidyUp } from './kit.ts';

vi.setConfig({ testTimeout: 30_000 });
afterAll(tidyUp);

it('says what to do on a system without binaries', () => {
  expect(() => findBinaries('sunos-sparc')).toThrow('set DATABASE_URL');
  // Known to us, but npm installs it on another system only.
  const absent = process.platform === 'win32' ? 'linux-x64' : 'win32-x64';
  expect(() => findBinaries(absent)).toThrow('set DATABASE_URL');
});

it('finds the binaries of this system', () => {
  const binaries = findBinaries();
  expect(existsSync(binaries.initdb)).toBe(true);
  expect(existsSync(binaries.pgCtl)).toBe(true);
  expect(binaries.major).toBe('18');
});

describe.runIf(isRoot)('started by root', () => {
  it('keeps the data elsewhere when the database user cannot pass, and finds it again', async () => {
    const dataDir = closedFolder();
    const rootHome = newFolder();
    const lines: string[] = [];
    const options = { dataDir, rootHome, log: (line: string) => lines.push(line) };

    const first = await startEmbeddedDatabase(options);
    await query(first.ownerUrl, 'CREATE TABLE kept AS SELECT 7 AS seven');
    await first.stop();
    const home = readFileSync(join(dataDir, 'postgres-is-elsewhere.txt'), 'utf8').trim();
    expect(home.startsWith(rootHome)).toBe(true);
    expect(statSync(join(home, 'postgres')).mode & 0o777).toBe(0o700);
    expect(lines.join('\n')).toContain(`the data lies in ${home}`);

    const second = await startEmbeddedDatabase(options);
    expect(await query(second.ownerUrl, 'SELECT seven FROM kept')).toEqual([{ seven: 7 }]);
    await second.stop();

    rmSync(home, { recursive: true });
    await expect(startEmbeddedDatabase(options)).rejects.toMatchObject({ code: 'database.moved_away' });
  });

  it('never begins an empty street beside data it cannot reach', async () => {
    const dataDir = closedFolder();
    mkdirSync(join(dataDir, 'postgres'));
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '18\n');
    const options = { dataDir, rootHome: newFolder(), log: () => {} };
    await expect(startEmbeddedDatabase(options)).rejects.toMatchObject({ code: 'database.unreachable' });
    expect(readdirSync(dataDir)).toEqual(['postgres']);
  });

  it('copies the programs once, readable, without what only linkers need', async () => {
    const closed = closedFolder();
    mkdirSync(join(closed, 'bin'));
    mkdirSync(join(closed, 'lib'));
    writeFileSync(join(closed, 'bin', 'postgres'), 'program', { mode: 0o700 });
    writeFileSync(join(closed, 'lib', 'libpq.so.5'), 'library', { mode: 0o600 });
    writeFileSync(join(closed, 'lib', 'libpq.a'), 'archive');
    symlinkSync('libpq.so.5', join(closed, 'lib', 'libpq.so'));
    const home = newFolder();
    mkdirSync(join(home, 'postgres-17.1.0'));
    const shipped = { ...findBinaries(), root: closed, packageVersion: '18.9.9' };
    const lines: string[] = [];
    const copy = () => reachableBinaries(shipped, home, chooseAccount(), (line) => lines.push(line));

    const reachable = await copy();
    expect(await copy()).toEqual(reachable);
    expect(lines).toHaveLength(1);
    expect(readdirSync(home)).toEqual(['postgres-18.9.9']);
    expect(readdirSync(join(reachable.root, 'lib')).sort()).toEqual(['libpq.so', 'libpq.so.5']);
    expect(statSync(join(reachable.root, 'bin', 'postgres')).mode & 0o777).toBe(0o755);
    expect(lstatSync(join(reachable.root, 'lib', 'libpq.so')).isSymbolicLink()).toBe(true);
    expect(canReach(join(reachable.root, 'bin'), chooseAccount())).toBe(true);
  });

  it('runs the server as a user without rights', async () => {
    const dataDir = newFolder();
    const { says, stop } = await startApart(dataDir);
    expect(statSync(join(dataDir, 'postgres')).uid).not.toBe(0);
    expect(says.version).toMatch(/^18\./);
    await stop();
  });

  const checkoutIsOpen = canReach(import.meta.dirname, { uid: nobody, gid: nobody, name: 'nobody' });
  it.runIf(checkoutIsOpen)('and the same works for a user without rights', async () => {
    const dataDir = newFolder(nobody);
    const first = await startApart(dataDir, { uid: nobody });
    expect(first.says.refusal).toBeUndefined();
    await query(first.says.ownerUrl, 'CREATE TABLE kept AS SELECT 7 AS seven');
    expect(statSync(join(dataDir, 'postgres')).uid).toBe(nobody);
    await first.kill();

    const second = await startApart(dataDir, { uid: nobody });
    expect(second.says.adopted).toBe(true);
    expect(await query(second.says.ownerUrl, 'SELECT seven FROM kept')).toEqual([{ seven: 7 }]);
    await second.stop();
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  it.runIf(checkoutIsOpen)('refuses a user to whom the data does not belong', async () => {
    const dataDir = newFolder();
    const { says } = await startApart(dataDir, { uid: nobody });
    expect(says.refusal).toContain('belongs to user root; the present user nobody cannot open it');
  });
});

/** A folder whose parent only root can pass, like a checkout in root's home. */
function closedFolder(): string {
  const parent = newFolder();
  const folder = join(parent, 'closed');
  mkdirSync(folder);
  chmodSync(parent, 0o700);
  return folder;
}
