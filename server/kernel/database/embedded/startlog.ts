// What a server said before it gave up. Its first lines go to the start log, the later ones to its own log folder.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export function startLogOf(cluster: string): string {
  return join(cluster, 'start.log');
}

export function clearStartLog(cluster: string): void {
  rmSync(startLogOf(cluster), { force: true });
}

/** The lines of the last attempt in both logs; `otherwise` where the server did not get as far as logging. */
export function readAttempt(cluster: string, otherwise: string): string {
  const early = read(startLogOf(cluster));
  const pid = /\[\d+\]/.exec(early)?.[0];
  if (!pid) return early || otherwise;
  const name = /^stderr (.+)$/m.exec(read(join(cluster, 'current_logfiles')))?.[1];
  const later = name ? read(join(cluster, name)) : '';
  const lines = `${early}\n${later}`.split('\n').filter((line) => line.includes(pid));
  return lines.filter((line) => !/ LOG: |Future log output/.test(line) || /could not/.test(line)).join('\n');
}

function read(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
