// CPU of the database as Linux counts it: the server process, its living backends, and those it has seen end.
import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';

const ticksPerSecond = 100;

/** Seconds of CPU so far; null where there is no /proc. */
export async function databaseCpu(url: string): Promise<() => number | null> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const backend = rows[0] && statOf(String(rows[0].pid));
  await client.end();
  const postmaster = backend?.parent;
  return () => (postmaster === undefined ? null : secondsOf(postmaster));
}

interface Stat {
  parent: string;
  ticks: number;
  childTicks: number;
}

function secondsOf(postmaster: string): number {
  let ticks = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const stat = statOf(pid);
    if (pid === postmaster) ticks += (stat?.ticks ?? 0) + (stat?.childTicks ?? 0);
    else if (stat?.parent === postmaster) ticks += stat.ticks;
  }
  return ticks / ticksPerSecond;
}

/** proc(5): after the name in brackets come state, parent, … user, system, and those of ended children. */
function statOf(pid: string): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const at = (place: number) => Number(fields[place]);
    return { parent: fields[1] ?? '', ticks: at(11) + at(12), childTicks: at(13) + at(14) };
  } catch {
    return undefined;
  }
}
