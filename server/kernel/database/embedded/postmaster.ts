// Brings the server up, whatever the last one left behind: an orphan that lives, a pid file of the dead,
// a number that now belongs to a stranger, children that still hold the memory, a port that is taken.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DatabaseRefusal } from '../refusal.ts';
import { type Access, readPort, writePort, writeWhole } from './access.ts';
import type { Binaries } from './binaries.ts';
import { lastLines, settingsFile } from './cluster.ts';
import { askServer } from './connect.ts';
import type { Home } from './home.ts';
import { disownPidFile, type PidFile, readPidFile } from './pidfile.ts';
import { freePort } from './port.ts';
import { lifeOf } from './processes.ts';
import { runProgram } from './programs.ts';
import { settingsFor } from './settings.ts';
import { clearStartLog, readAttempt, startLogOf } from './startlog.ts';

export interface Place {
  home: Home;
  binaries: Binaries;
  access: Access;
  log(line: string): void;
  patience: typeof patience;
}

interface Alive {
  pid: number;
  port: number;
}

export interface Running extends Alive {
  /** A server of an earlier start was still alive and is used on. */
  adopted: boolean;
}

/** How long to wait, in milliseconds, before doing the next harder thing. */
export const patience = {
  // After a kill the old children need a moment to let go; 15 s covers what was measured threefold.
  retry: 15_000,
  silence: 15_000,
  // Replaying at most 1 GB of log takes well under this on a slow disk.
  recovery: 600_000,
  stop: 60_000,
};

const attemptsMax = 40;
const pauseMs = { first: 100, most: 1_600 };

/**
 * A server that answers with our password on this cluster.
 * @param fixedPort set when addresses have been given out already and must stay true.
 * Throws `database.password_lost` or `database.not_started`.
 */
export async function ensureRunning(place: Place, fixedPort?: number): Promise<Running> {
  // Counted from the first failure: ending a wedged server before it may have taken long.
  let until = Number.POSITIVE_INFINITY;
  let pause = pauseMs.first;
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    const alive = await findAlive(place);
    if (alive) return { ...alive, adopted: attempt === 0 };

    const port = fixedPort ?? (await freePort(readPort(place.home)));
    const failure = await startServer(place, port);
    // Started, or still recovering when the starter lost its patience: found alive in the next round.
    if (!failure || isAtWork(place)) continue;
    if (!passes(failure) || performance.now() > until) throw notStarted(place, lastLines(failure));
    until = Math.min(until, performance.now() + place.patience.retry);
    await wait(pause);
    pause = Math.min(pause * 2, pauseMs.most);
  }
  throw notStarted(place, 'it ends again right after each start');
}

/** Fast shutdown: open transactions are rolled back, everything is on disk, and the process is gone. */
export async function stopServer(place: Place): Promise<void> {
  const { cluster } = place.home;
  const found = readPidFile(cluster);
  if (!found) return;
  for (const mode of ['fast', 'immediate']) {
    if (lifeOf(found.pid, cluster) !== 'postmaster') return;
    const seconds = Math.ceil(place.patience.stop / 1000);
    await control(place, 'stop', '--mode', mode, '--wait', '--timeout', String(seconds));
  }
  if (lifeOf(found.pid, cluster) !== 'postmaster') return;
  // Safe for the data: the next start recovers from its log, as after a power cut.
  place.log(`Database: process ${found.pid} hears no stop signal; killing it.`);
  process.kill(found.pid, 'SIGKILL');
}

async function findAlive(place: Place): Promise<Alive | undefined> {
  const { cluster, runAs } = place.home;
  const found = readPidFile(cluster);
  if (!found) return undefined;
  const life = lifeOf(found.pid, cluster);
  if (life === 'postmaster') return adoptOrEnd(place, found);
  if (life === 'stranger') {
    place.log(`Database: process ${found.pid} is not our server any more; its mark is cleared.`);
    disownPidFile(cluster, finishedPid(), runAs);
  }
  return undefined;
}

async function adoptOrEnd(place: Place, found: PidFile): Promise<Alive | undefined> {
  const { cluster, accessFile } = place.home;
  const begun = performance.now();
  let heardAt = begun;
  let said = false;
  while (performance.now() - heardAt < place.patience.silence) {
    const port = readPidFile(cluster)?.port ?? found.port;
    const answer = port ? await askServer(port, place.access, cluster) : 'silent';
    if (answer === 'ready' && port) {
      writePort(place.home, port);
      return { pid: found.pid, port };
    }
    if (answer === 'refused') throw new DatabaseRefusal('database.password_lost', { file: accessFile });
    if (!isAtWork(place)) return undefined;
    if (answer === 'busy') {
      heardAt = performance.now();
      if (!said) place.log('Database: the server is recovering or stopping; waiting for it.');
      said = true;
    }
    // A server at its recovery is never ended: it would only begin again.
    if (performance.now() - begun > place.patience.recovery)
      throw notStarted(place, 'it is still recovering');
    await wait(pauseMs.first);
  }
  place.log(`Database: server process ${found.pid} does not answer; ending it.`);
  await stopServer(place);
  return undefined;
}

/** Starts and waits until it takes connections; answers what went wrong, or undefined. */
async function startServer(place: Place, port: number): Promise<string | undefined> {
  const { cluster, runAs } = place.home;
  writeWhole(join(cluster, settingsFile), settingsFor(port), runAs);
  clearStartLog(cluster);
  const started = await control(
    place,
    'start',
    '--wait',
    '--timeout',
    '60',
    '--log',
    startLogOf(place.home.cluster),
  );
  return started.code === 0 ? undefined : readAttempt(cluster, started.output);
}

function isAtWork(place: Place): boolean {
  const found = readPidFile(place.home.cluster);
  return found !== undefined && lifeOf(found.pid, place.home.cluster) === 'postmaster';
}

function notStarted(place: Place, reason: string): DatabaseRefusal {
  return new DatabaseRefusal('database.not_started', { reason, log: startLogOf(place.home.cluster) });
}

// Left over from a killed server, or taken between our look and the start: all of it goes away by itself.
function passes(failure: string): boolean {
  return /lock file|shared memory|address already in use|could not bind|could not create any TCP|starting up/i.test(
    failure,
  );
}

function control(place: Place, ...args: string[]) {
  return runProgram(place.binaries.pgCtl, [...args, '--pgdata', place.home.cluster], place.home.runAs);
}

// The number of a process that has just ended cannot be in use again.
function finishedPid(): number {
  return spawnSync(process.execPath, ['--version'], { stdio: 'ignore' }).pid;
}
