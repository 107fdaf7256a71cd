// One starter per data folder. The lock is the operating system's own, taken through SQLite's file lock:
// it is gone the moment its holder is, however it died, so there is no stale lock to judge and no pid to mistake.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { DatabaseRefusal } from '../refusal.ts';

export interface Lock {
  release(): void;
}

// A handle nobody refers to is closed by the garbage collector, and its lock is lost with it.
const held = new Set<DatabaseSync>();

/** Throws `database.in_use` naming the holder. */
export function takeLock(lockFile: string, dataDir: string): Lock {
  const holderFile = `${lockFile}.pid`;
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(lockFile, { timeout: 0 });
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    database?.close();
    if (!isBusy(error)) throw error;
    const pid = existsSync(holderFile) ? readFileSync(holderFile, 'utf8').trim() : '?';
    throw new DatabaseRefusal('database.in_use', { pid, dataDir });
  }
  // Only for the sentence; the lock itself does not depend on it.
  writeFileSync(holderFile, `${process.pid}\n`);
  const handle = database;
  held.add(handle);
  return {
    release() {
      if (!held.delete(handle)) return;
      rmSync(holderFile, { force: true });
      handle.close();
    },
  };
}

const sqliteBusy = 5;

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy;
}
