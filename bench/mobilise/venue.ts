// People at a venue: signed up, signed in and out by its code, each with a phone of their own.
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Direction } from '#contract/attendance/kinds.ts';
import type { Answer, Client } from '../client.ts';
import { type Person, streetId } from './crowd.ts';
import type { Organiser, Screen } from './organiser.ts';
import { patient } from './patient.ts';
import { spread } from './spread.ts';

const stayMinutes = 60;

export async function signUpAll(
  { load }: Organiser,
  sessionId: string,
  people: readonly Person[],
): Promise<void> {
  const path = `/api/my/activity-sessions/${sessionId}/sign-up`;
  const answers = await Promise.all(
    people.map(({ personId, token }) =>
      load.send({ method: 'POST', path, token, body: { members: [{ personId }] } }),
    ),
  );
  const refused = answers.find(({ status }) => status !== 200);
  if (refused) throw new Error(`Sign-up: ${refused.status} ${refused.text.slice(0, 300)}`);
}

/** Everybody scans what the screen shows at that moment, each with a phone of their own that tries until it is told. */
export async function pass(
  { load }: Organiser,
  screen: Screen,
  direction: Direction,
  people: readonly Person[],
  seconds: number,
): Promise<{ ms: number }[]> {
  return await spread(people, seconds, async (person) => {
    const answer = await scan(load, person, screen, direction);
    if (answer.status !== 200) throw new Error(`Scan: ${answer.status} ${answer.text.slice(0, 300)}`);
    return answer;
  });
}

/** One scan; who hears nothing sends it again with its age, and its nonce makes it one scan. */
export async function scan(
  load: Client,
  { personId, token }: Person,
  screen: Screen,
  direction: Direction,
): Promise<Answer> {
  const seen = {
    by: { way: 'code', code: await screen(direction) },
    personIds: [personId],
    nonce: randomUUID(),
    deviceId: randomUUID(),
  };
  const path = '/api/me/attendance/scans';
  return await patient(load, (ageMs) => ({
    method: 'POST',
    path,
    token,
    body: { ...seen, ageMs },
    key: randomUUID(),
  }));
}

/** An hour of the session goes by in a moment: it and its scans are moved into the past. */
export async function letAnHourPass(owner: pg.Client, sessionId: string): Promise<void> {
  const times = [streetId, sessionId];
  await owner.query(
    `update activity_sessions set opens_at = opens_at - interval '100 min', closes_at = closes_at - interval '100 min',
       starts_at = starts_at - interval '100 min', ends_at = ends_at - interval '100 min'
     where street_id = $1 and id = $2`,
    times,
  );
  await owner.query(
    `update scans set happened_at = happened_at - interval '${stayMinutes + 5} min'
     where street_id = $1 and session_id = $2`,
    times,
  );
}
