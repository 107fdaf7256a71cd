// The cluster on disk: made once, recognised afterwards.
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseRefusal } from '../refusal.ts';
import { type Access, createAccess, ownerRole, readAccess, syncFolder, writeWhole } from './access.ts';
import type { Binaries } from './binaries.ts';
import type { Home } from './home.ts';
import { runProgram } from './programs.ts';

export const settingsFile = 'jia.conf';

/**
 * Makes the cluster where there is none, and gives the passwords that open it.
 * Throws `database.other_major_version`, `database.password_lost` or `database.not_started`.
 */
export async function prepareCluster(
  home: Home,
  binaries: Binaries,
  log: (line: string) => void,
): Promise<Access> {
  const found = clusterVersion(home.cluster);
  if (!found) return initialise(home, binaries, log);

  if (found !== binaries.major) {
    throw new DatabaseRefusal('database.other_major_version', {
      dataDir: home.cluster,
      found,
      wanted: binaries.major,
    });
  }
  const access = readAccess(home);
  if (!access) throw new DatabaseRefusal('database.password_lost', { file: home.accessFile });
  return access;
}

/** Major version of the data, such as 18; undefined where there is no cluster. */
export function clusterVersion(cluster: string): string | undefined {
  const versionFile = join(cluster, 'PG_VERSION');
  return existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim() : undefined;
}

async function initialise(home: Home, binaries: Binaries, log: (line: string) => void): Promise<Access> {
  log('Database: first start, making the data folder.');
  const access = readAccess(home) ?? createAccess(home);
  const making = `${home.cluster}.making`;
  makePrivateFolder(making, home);
  const cluster = join(making, 'cluster');
  const passwordFile = join(making, 'password');
  writeWhole(passwordFile, access.ownerPassword, home.runAs);

  const made = await runProgram(
    binaries.initdb,
    [
      `--pgdata=${cluster}`,
      // C.UTF-8 and not C: with C, pg_trgm indexes no Chinese and says nothing.
      '--locale-provider=builtin',
      '--locale=C.UTF-8',
      '--encoding=UTF8',
      '--data-checksums',
      '--auth=scram-sha-256',
      `--username=${ownerRole}`,
      `--pwfile=${passwordFile}`,
      '--no-instructions',
    ],
    home.runAs,
  );
  if (made.code !== 0) {
    throw new DatabaseRefusal('database.not_started', { reason: lastLines(made.output), log: '-' });
  }
  await appendFile(join(cluster, 'postgresql.conf'), `\ninclude '${settingsFile}'\n`);

  // In place by one rename: a start that dies before leaves nothing that looks like data.
  if (existsSync(home.cluster)) rmdirSync(home.cluster);
  renameSync(cluster, home.cluster);
  syncFolder(home.home);
  rmSync(making, { recursive: true, force: true });
  return access;
}

function makePrivateFolder(path: string, home: Home): void {
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path);
  chmodSync(path, 0o700);
  if (home.runAs) chownSync(path, home.runAs.uid, home.runAs.gid);
}

/** The end of a program's output in one line, without the time stamps of a log, for a sentence. */
export function lastLines(output: string, count = 4): string {
  const lines = output.trim().split('\n').slice(-count);
  return lines.map((line) => line.replace(/^\d{4}-\S+ \S+ \S+ \[\d+\] /, '')).join(' / ');
}
