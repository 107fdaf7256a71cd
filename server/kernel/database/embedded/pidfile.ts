// The server's own pid file: who runs on this data, and on which port.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from './access.ts';
import type { RunAs } from './account.ts';

export interface PidFile {
  pid: number;
  /** Absent while the server is still very young. */
  port: number | undefined;
}

export function readPidFile(cluster: string): PidFile | undefined {
  const path = join(cluster, 'postmaster.pid');
  if (!existsSync(path)) return undefined;
  const lines = readFileSync(path, 'utf8').split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number(lines[3]) || undefined };
}

/**
 * Puts a dead process in the place of one that took over the number, so that the server may start.
 * The other lines stay: by them the server still checks that no child of its predecessor is at work,
 * which deleting the file would switch off.
 */
export function disownPidFile(cluster: string, deadPid: number, runAs: RunAs | undefined): void {
  const path = join(cluster, 'postmaster.pid');
  const [, ...rest] = readFileSync(path, 'utf8').split('\n');
  writeWhole(path, [deadPid, ...rest].join('\n'), runAs);
}
