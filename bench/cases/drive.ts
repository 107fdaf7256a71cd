// Load on one server: closed (so many connections, one request after another) or open (so many a second, come what may).
import type { Answer, Client, Shot } from '../client.ts';

/** A request of an operation; `next` may give follow-ups their place. */
export interface Aim extends Shot {
  /** Looks at the answer; throws when it is not what was asked for. */
  answered?(answer: Answer): void;
}

export interface Driven {
  samples: number[];
  seconds: number;
}

/** Ends before its time when there is nothing left to ask. */
export async function drive(
  target: Client,
  next: () => Aim | undefined,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<Driven> {
  const samples: number[] = [];
  const started = performance.now();
  const until = started + seconds * 1000;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < until) {
        const aim = next();
        if (!aim) break;
        const answer = await target.send(aim);
        if (answer.status !== 200)
          throw new Error(`${aim.method} ${aim.path}: ${answer.status} ${answer.text.slice(0, 300)}`);
        samples.push(answer.ms);
        aim.answered?.(answer);
      }
    }),
  );
  return { samples, seconds: (performance.now() - started) / 1000 };
}

export interface Arrival {
  /** Seconds after the start at which the request was sent. */
  sentAt: number;
  ms: number;
  /** 0 when the connection failed. */
  status: number;
  text: string;
}

const tickMs = 10;

/** Sends `perSecond` requests for `seconds` without waiting for answers, then waits for all of them. */
export async function pour(
  target: Client,
  next: () => Shot,
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<Arrival[]> {
  const started = performance.now();
  const sent: Promise<Arrival>[] = [];
  const elapsed = () => (performance.now() - started) / 1000;
  while (elapsed() < seconds) {
    while (sent.length < elapsed() * perSecond) {
      const sentAt = elapsed();
      sent.push(
        target.send(next()).then(
          ({ status, ms, text }) => ({ sentAt, ms, status, text }),
          () => ({ sentAt, ms: (elapsed() - sentAt) * 1000, status: 0, text: '' }),
        ),
      );
    }
    await new Promise((resolve) => setTimeout(resolve, tickMs));
  }
  return await Promise.all(sent);
}
