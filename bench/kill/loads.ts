// Three kinds of people who go on while everything falls over: each deed counts once it was answered.
import type { Client } from '../client.ts';
import type { Counter } from '../mobilise/counter.ts';
import type { Person } from '../mobilise/crowd.ts';
import type { Screen } from '../mobilise/organiser.ts';
import { patient } from '../mobilise/patient.ts';
import { scan } from '../mobilise/venue.ts';

export interface Acknowledged {
  signUps: { signUpId: string; personId: string; number: number }[];
  arrivals: string[];
  departures: string[];
  redemptions: { redemptionId: string; personId: string }[];
  /** Answered with no, and why. */
  refused: string[];
}

export interface Grounds {
  load: Client;
  /** Session that people sign up for while the trials run. */
  rushSessionId: string;
  /** Venue that some enter and others leave. */
  screen: Screen;
  counter: Counter;
}

export interface Queues {
  signUps: Person[];
  arrivals: Person[];
  departures: Person[];
  redemptions: Person[];
}

export const nothingYet = (): Acknowledged => ({
  signUps: [],
  arrivals: [],
  departures: [],
  redemptions: [],
  refused: [],
});

/** Takes from the queues until `stopped` or they are empty; `hands` people of each kind at a time. */
export async function live(
  grounds: Grounds,
  queues: Queues,
  done: Acknowledged,
  { hands, stopped }: { hands: number; stopped(): boolean },
): Promise<void> {
  const deeds = {
    signUps: signUp,
    arrivals: visit('in'),
    departures: visit('out'),
    redemptions: redeem,
  } as const;
  const kinds = Object.keys(deeds) as (keyof Queues)[];
  const work = async (kind: keyof Queues) => {
    for (let person = queues[kind].shift(); person && !stopped(); person = queues[kind].shift())
      await deeds[kind](grounds, person, done);
  };
  await Promise.all(kinds.flatMap((kind) => Array.from({ length: hands }, () => work(kind))));
}

async function signUp({ load, rushSessionId }: Grounds, { personId, token }: Person, done: Acknowledged) {
  const { status, text } = await patient(load, () => ({
    method: 'POST',
    path: `/api/my/activity-sessions/${rushSessionId}/sign-up`,
    token,
    body: { members: [{ personId }] },
  }));
  if (status !== 200) return void done.refused.push(text);
  const { items } = JSON.parse(text) as { items: { signUpId: string; number: number }[] };
  for (const { signUpId, number } of items) done.signUps.push({ signUpId, personId, number });
}

const visit =
  (direction: 'in' | 'out') =>
  async ({ load, screen }: Grounds, person: Person, done: Acknowledged) => {
    const { status, text } = await scan(load, person, screen, direction);
    if (status !== 200) return void done.refused.push(text);
    (direction === 'in' ? done.arrivals : done.departures).push(person.personId);
  };

/** Reserves, shows the code, and the counter takes it; a code that ran out meanwhile is shown anew. */
async function redeem({ load, counter }: Grounds, { personId, token }: Person, done: Acknowledged) {
  const reserved = await patient(load, () => ({
    method: 'POST',
    path: `/api/offers/${counter.offerId}/redeem`,
    token,
    body: {},
  }));
  if (reserved.status !== 200) return void done.refused.push(reserved.text);
  const { redemptionId } = JSON.parse(reserved.text) as { redemptionId: string };
  for (let attempt = 1; attempt <= 3; attempt++) {
    const path = `/api/redemptions/${redemptionId}/code`;
    const shown = await patient(load, () => ({ method: 'POST', path, token }));
    if (shown.status !== 200) break;
    const { digits } = JSON.parse(shown.text) as { digits: string };
    const { status, text } = await patient(load, () => ({
      method: 'POST',
      path: '/api/shop/captures',
      token: counter.token,
      body: { code: digits },
    }));
    if (status === 200) return void done.redemptions.push({ redemptionId, personId });
    if (attempt === 3) done.refused.push(text);
  }
}
