// The year is told once the door is open, so that nobody waits for it.
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { setTimeout as wait } from 'node:timers/promises';
import type { Jia } from '../server/start.ts';
import { tellTheYear } from './year.ts';

/** Node tells of each request that comes in. */
const arrivals = 'http.server.request.start';
const quietMs = 400;
const restMs = 30;
const waitMsMax = 5_000;

/** The same server; it ends after the chapter in hand, and the next start goes on with the one before. */
export function tellBehind(jia: Jia, log: (line: string) => void): Jia {
  const started = performance.now();
  let ending = false;
  let lastRequest = Number.NEGATIVE_INFINITY;
  const heard = () => {
    lastRequest = performance.now();
  };
  subscribe(arrivals, heard);

  /** Who is waiting for an answer goes first; a crowd does not put it off for ever. */
  const rest = async () => {
    const until = performance.now() + waitMsMax;
    do await wait(restMs);
    while (!ending && performance.now() - lastRequest < quietMs && performance.now() < until);
  };
  const telling = tellTheYear(jia.kernel, { stopped: () => ending, rest })
    .then(
      (chapters) => {
        const seconds = ((performance.now() - started) / 1000).toFixed(0);
        if (chapters > 0)
          log(`Demo: the year is there, ${chapters} chapters (${seconds} s, behind the open door).`);
      },
      (error: unknown) =>
        jia.kernel.services.log.error({ error: String(error) }, 'the year of the demo stopped'),
    )
    .finally(() => unsubscribe(arrivals, heard));
  return {
    ...jia,
    stop: async () => {
      ending = true;
      await telling;
      await jia.stop();
    },
  };
}
