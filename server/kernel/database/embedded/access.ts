// Passwords and port, kept beside the data. Losing the passwords would lock everybody out of the data,
// so the file is on disk before the cluster that uses it exists.
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fchownSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { RunAs } from './account.ts';
import type { Home } from './home.ts';

export const ownerRole = 'jia_owner';
export const appRole = 'jia_app';
export const databaseName = 'jia';

export interface Access {
  ownerPassword: string;
  appPassword: string;
}

export function readAccess(home: Home): Access | undefined {
  if (!existsSync(home.accessFile)) return undefined;
  return JSON.parse(readFileSync(home.accessFile, 'utf8')) as Access;
}

export function createAccess(home: Home): Access {
  const password = () => randomBytes(24).toString('base64url');
  const access: Access = { ownerPassword: password(), appPassword: password() };
  writeWhole(home.accessFile, `${JSON.stringify(access, null, 2)}\n`);
  return access;
}

/** Address of a role on the database; without TLS, since it never leaves loopback. */
export function urlOf(role: string, password: string, port: number, database = databaseName): string {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${database}?sslmode=disable`;
}

export function readPort(home: Home): number | undefined {
  if (!existsSync(home.portFile)) return undefined;
  return Number(readFileSync(home.portFile, 'utf8')) || undefined;
}

export function writePort(home: Home, port: number): void {
  if (readPort(home) !== port) writeWhole(home.portFile, `${port}\n`);
}

/**
 * Writes a file readable by its owner only, whole or not at all.
 * A new name is opened and renamed, so a link planted at the old name is replaced and never followed.
 */
export function writeWhole(path: string, text: string, owner?: RunAs): void {
  const making = `${path}.making`;
  rmSync(making, { force: true });
  const file = openSync(making, 'wx', 0o600);
  try {
    writeSync(file, text);
    if (owner) fchownSync(file, owner.uid, owner.gid);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(making, path);
  syncFolder(dirname(path));
}

/** A rename is on disk only when its folder is. Windows does not open folders and keeps its own order. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  fsyncSync(folder);
  closeSync(folder);
}
