// Thousands at the door in the same seconds: who got a place, who stands where in the line, was anybody passed.
import type { Client } from '../client.ts';
import type { Person } from '../mobilise/crowd.ts';
import { spread } from '../mobilise/spread.ts';
import { type Figures, percentile } from '../run.ts';

interface Given {
  items: { personId: string; state: string; number: number; ahead: number | null }[];
}

interface Attempt {
  sentAt: number;
  answeredAt: number;
  ms: number;
  status: number;
  given: Given['items'][number] | undefined;
}

/** Everybody taps once within `seconds`, evenly; all answers are waited for. */
export async function rush(
  load: Client,
  sessionId: string,
  people: readonly Person[],
  seconds: number,
): Promise<Attempt[]> {
  return await spread(people, seconds, async ({ personId, token }, elapsed) => {
    const sentAt = elapsed();
    const { status, text, ms } = await load.send({
      method: 'POST',
      path: `/api/my/activity-sessions/${sessionId}/sign-up`,
      token,
      body: { members: [{ personId }] },
    });
    const given = status === 200 ? (JSON.parse(text) as Given).items[0] : undefined;
    return { sentAt, answeredAt: elapsed(), ms, status, given };
  });
}

/** Seconds by which two taps may come to the server in another order than they were sent: they share a machine. */
const overtakingSecondsMax = 1;

/** @throws when a place, a number of the line or somebody's turn is wrong */
export function judgeRush(attempts: readonly Attempt[], places: number): Figures {
  const given = attempts.flatMap((one) => (one.given ? [{ ...one.given, sentAt: one.sentAt }] : []));
  const confirmed = given.filter(({ state }) => state === 'confirmed');
  const waiting = given.filter(({ state }) => state === 'waiting');
  if (confirmed.length !== places) throw new Error(`${confirmed.length} people have ${places} places.`);
  const line = waiting.toSorted((one, other) => one.number - other.number);
  const gap = line.find((one, index) => one.number !== places + index + 1 || one.ahead !== index);
  if (gap) throw new Error(`The line has a gap at number ${gap.number}, with ${gap.ahead} ahead.`);
  const inOrder = [...confirmed, ...line].toSorted((one, other) => one.number - other.number);
  let earliestBehind = Number.POSITIVE_INFINITY;
  let overtaken = 0;
  for (const { sentAt } of inOrder.toReversed()) {
    overtaken = Math.max(overtaken, sentAt - earliestBehind);
    earliestBehind = Math.min(earliestBehind, sentAt);
  }
  if (overtaken > overtakingSecondsMax) throw new Error(`Somebody was passed by ${overtaken.toFixed(2)} s.`);
  const last = Math.max(...attempts.map(({ answeredAt }) => answeredAt));
  const times = attempts.map(({ ms }) => ms);
  return {
    'places.count': confirmed.length,
    'waiting.count': waiting.length,
    'errors.count': attempts.length - given.length,
    'overtaken.s': overtaken,
    'attempts.per_s': attempts.length / last,
    'attempts.p50_ms': percentile(times, 0.5),
    'attempts.p99_ms': percentile(times, 0.99),
  };
}
