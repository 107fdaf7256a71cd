// Brings the server up, whatever the last one left behind: an orphan that lives, a pid file of the dead,
// a number that now belongs to a stranger, children that still hold the memory, a port that is taken.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
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

export interface Place {
  home: Home;
  binaries: Binaries;
  access: Access;
  log(line: string): void;
  patience: typeof patience;
}

export interface Running {
  pid: number;
  port: number;
  /** A server of an earlier start was still alive and is used on. */
  adopted: boolean;
}

/** How long to wait, in milliseconds, before doing the next harder thing. */
export const patience = {
  // After a kill the old children need a moment to let go; 15 s covers what was measured threefold.
  retry: 15_000,
  silence: 15_000,
  // Replaying at most 1 GB of log takes well under this on a slow disk.
  recovery: 180_000,
  stop: 60_000,
};

const pauseMs = { first: 100, most: 1_600 };

/**
 * A server that answers with our password on this cluster.
 * @param fixedPort set when addresses have been given out already and must stay true.
 * Throws `database.password_lost` or `database.not_started`.
 */
export async function ensureRunning(place: Place, fixedPort?: number): Promise<Running> {
  const until = performance.now() + place.patience.retry;
  for (let pause = pauseMs.first; ; pause = Math.min(pause * 2, pauseMs.most)) {
    const alive = await findAlive(place);
    if (alive) return alive;

    const port = fixedPort ?? (await freePort(readPort(place.home)));
    const failure = await startServer(place, port);
    if (!failure) {
      writePort(place.home, port);
      const started = readPidFile(place.home.cluster);
      if (started) return { pid: started.pid, port, adopted: false };
    } else if (!passes(failure) || performance.now() > until) {
      throw new DatabaseRefusal('database.not_started', { reason: lastLines(failure), log: startLog(place) });
    }
    await wait(pause);
  }
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

async function findAlive(place: Place): Promise<Running | undefined> {
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

async function adoptOrEnd(place: Place, found: PidFile): Promise<Running | undefined> {
  const { cluster, accessFile } = place.home;
  const begun = performance.now();
  let silentSince = begun;
  while (performance.now() - begun < place.patience.recovery) {
    const port = readPidFile(cluster)?.port ?? found.port;
    const answer = port ? await askServer(port, place.access, cluster) : 'silent';
    if (answer === 'ready' && port) {
      writePort(place.home, port);
      return { pid: found.pid, port, adopted: true };
    }
    if (answer === 'refused') throw new DatabaseRefusal('database.password_lost', { file: accessFile });
    if (lifeOf(found.pid, cluster) !== 'postmaster') return undefined;
    if (answer === 'busy') silentSince = performance.now();
    if (performance.now() - silentSince > place.patience.silence) break;
    await wait(pauseMs.first);
  }
  place.log(`Database: server process ${found.pid} of an earlier start does not answer; ending it.`);
  await stopServer(place);
  return undefined;
}

/** Starts and waits until it takes connections; answers what went wrong, or undefined. */
async function startServer(place: Place, port: number): Promise<string | undefined> {
  const { cluster, runAs } = place.home;
  writeWhole(join(cluster, settingsFile), settingsFor(port), runAs);
  rmSync(startLog(place), { force: true });
  const started = await control(place, 'start', '--wait', '--timeout', '60', '--log', startLog(place));
  if (started.code === 0) return undefined;
  return existsSync(startLog(place)) ? readFileSync(startLog(place), 'utf8') : started.output;
}

// Left over from a killed server, or taken between our look and the start: all of it goes away by itself.
function passes(failure: string): boolean {
  return /lock file|shared memory|address already in use|could not bind|could not create any TCP|starting up/i.test(
    failure,
  );
}

function startLog(place: Place): string {
  return join(place.home.cluster, 'start.log');
}

function control(place: Place, ...args: string[]) {
  return runProgram(place.binaries.pgCtl, [...args, '--pgdata', place.home.cluster], place.home.runAs);
}

// The number of a process that has just ended cannot be in use again.
function finishedPid(): number {
  return spawnSync(process.execPath, ['--version'], { stdio: 'ignore' }).pid;
}
