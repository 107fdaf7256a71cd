// Folders, connections and killable starters for the tests of the embedded database.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { startEmbeddedDatabase } from '#kernel/database/embedded/embedded.ts';

export const isRoot = process.getuid?.() === 0;
export const nobody = 65534;

const folders: string[] = [];
const children: ChildProcess[] = [];

/** A new folder others may pass through, removed by `tidyUp`. */
export function newFolder(owner?: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'jia-runtime-'));
  chmodSync(folder, 0o755);
  if (owner !== undefined) chownSync(folder, owner, owner);
  folders.push(folder);
  return folder;
}

export const start = (dataDir: string, lines: string[] = []) =>
  startEmbeddedDatabase({
    dataDir,
    rootHome: join(dataDir, '..', 'unused'),
    log: (line) => lines.push(line),
  });

export interface StarterSays {
  ownerUrl: string;
  appUrl: string;
  version: string;
  adopted: boolean;
  lines: string[];
  refusal?: string;
}

export interface Starter {
  pid: number;
  says: StarterSays;
  /** Asks it to stop in order, or kills it; resolves when it is gone. */
  stop(): Promise<void>;
  kill(): Promise<void>;
}

/** The database started by a process of its own, which can be killed. */
export async function startApart(
  dataDir: string,
  { uid, rootHome = 'unused' }: { uid?: number; rootHome?: string } = {},
): Promise<Starter> {
  const script = join(import.meta.dirname, 'starter.ts');
  const child = spawn(process.execPath, [script, dataDir, rootHome], {
    cwd: '/',
    stdio: ['pipe', 'pipe', 'inherit'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  children.push(child);
  const gone = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const first = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', () => reject(new Error('The starter died without a word.')));
  });
  const end = (how: () => void) => {
    how();
    return gone;
  };
  return {
    pid: child.pid ?? 0,
    says: JSON.parse(first),
    stop: () => end(() => child.stdin.end()),
    kill: () => end(() => child.kill('SIGKILL')),
  };
}

export function postmasterPid(cluster: string): number {
  return Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** One statement on a connection of its own. */
export async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Ends what a failed test may have left, by the ids this file started, and removes the folders. */
export function tidyUp(): void {
  for (const child of children) child.kill('SIGKILL');
  for (const folder of folders) {
    endServer(join(folder, 'postgres'));
    // Retried: a server that is just ending still writes there.
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  }
}

function endServer(cluster: string): void {
  try {
    process.kill(postmasterPid(cluster), 'SIGQUIT');
  } catch {
    // No server was left there.
  }
}
