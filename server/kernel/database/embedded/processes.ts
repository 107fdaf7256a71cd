// What a process id stands for. A pid file outlives its process, and the number may belong to somebody else by now.
import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

/**
 * `postmaster`: alive and working in that cluster. `gone`: no such process.
 * `stranger`: the number is taken, but not by a server of ours at work: another program, or a dead server that
 * nobody has collected (in a container whose first process collects none, it stays for ever).
 */
export type Life = 'postmaster' | 'stranger' | 'gone';

export function lifeOf(pid: number, cluster: string): Life {
  if (!answersSignals(pid)) return 'gone';
  if (process.platform === 'linux') return lifeByProc(pid, cluster);
  if (process.platform === 'win32') return 'postmaster';
  return lifeByPs(pid, cluster);
}

function answersSignals(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it exists, under another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

// A server's working directory is its cluster, which no other program would choose.
function lifeByProc(pid: number, cluster: string): Life {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program name may hold spaces and brackets; the state follows the last bracket.
    const state = stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
    if (state === 'Z') return 'stranger';
    return readlinkSync(`/proc/${pid}/cwd`) === cluster ? 'postmaster' : 'stranger';
  } catch (error) {
    const denied = error instanceof Error && 'code' in error && error.code === 'EACCES';
    return denied ? 'stranger' : 'gone';
  }
}

function lifeByPs(pid: number, cluster: string): Life {
  const { stdout } = spawnSync('ps', ['-o', 'stat=,command=', '-p', String(pid)], { encoding: 'utf8' });
  const line = stdout?.trim() ?? '';
  if (line === '') return 'gone';
  return !line.startsWith('Z') && line.includes(cluster) ? 'postmaster' : 'stranger';
}
