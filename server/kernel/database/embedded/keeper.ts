// Watches the running server through one idle connection, which breaks the instant the server does,
// and brings the server back on the same port, so that addresses already given out stay true.
import { setTimeout as wait } from 'node:timers/promises';
import { ownerClient } from './connect.ts';
import { ensureRunning, type Place } from './postmaster.ts';

export interface Keeper {
  stop(): Promise<void>;
}

const pauseAfterFailureMs = 5_000;

export async function keepRunning(place: Place, port: number): Promise<Keeper> {
  const ended = new AbortController();
  let client = await watch();

  async function watch() {
    const watcher = ownerClient(port, place.access, 'postgres');
    await watcher.connect();
    watcher.on('end', onLost);
    return watcher;
  }

  let repair = Promise.resolve();
  function onLost() {
    if (!ended.signal.aborted) repair = bringBack();
  }

  async function bringBack() {
    place.log('Database: the server is gone; bringing it back.');
    while (!ended.signal.aborted) {
      try {
        const { pid } = await ensureRunning(place, port);
        client = await watch();
        place.log(`Database: the server is back (process ${pid}).`);
        return;
      } catch (error) {
        place.log(`Database: not back yet. ${error instanceof Error ? error.message : String(error)}`);
        await wait(pauseAfterFailureMs, undefined, { signal: ended.signal }).catch(() => {});
      }
    }
  }

  return {
    async stop() {
      ended.abort();
      await repair;
      client.removeListener('end', onLost);
      await client.end().catch(() => {});
    },
  };
}
