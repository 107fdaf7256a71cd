// A client that does not give up: the same deed until somebody answers it, as a phone on a bad line does.
import { randomUUID } from 'node:crypto';
import type { Answer, Client, Shot } from '../client.ts';

const pauseMs = 200;
const patienceMs = 120_000;

/**
 * Sends until the answer says yes or no, by default under one key. `make` is told how old the deed is, ms, 0 at the
 * first try: a scan says how long ago it was.
 */
export async function patient(load: Client, make: (ageMs: number) => Shot): Promise<Answer> {
  const key = randomUUID();
  const started = performance.now();
  for (let ageMs = 0; ageMs < patienceMs; ageMs = Math.round(performance.now() - started)) {
    const answer = await load.send({ key, ...make(ageMs) }).catch(() => null);
    if (answer && answer.status < 500 && answer.status !== 429)
      return { ...answer, ms: performance.now() - started };
    await pause();
  }
  throw new Error(`${make(0).path} was not answered for ${patienceMs / 1000} s.`);
}

export const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, pauseMs));
