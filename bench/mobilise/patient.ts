// A client that does not give up: the same deed under the same key until somebody answers it.
import { randomUUID } from 'node:crypto';
import type { Answer, Client, Shot } from '../client.ts';

const pauseMs = 200;
const patienceMs = 120_000;

/** What a phone does on a bad line; only an answer that says yes or no ends it. */
export async function patient(load: Client, shot: Shot): Promise<Answer> {
  const key = randomUUID();
  const until = performance.now() + patienceMs;
  while (performance.now() < until) {
    const answer = await load.send({ ...shot, key }).catch(() => null);
    if (answer && answer.status < 500 && answer.status !== 429) return answer;
    await pause();
  }
  throw new Error(`${shot.path} was not answered for ${patienceMs / 1000} s.`);
}

export const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, pauseMs));
