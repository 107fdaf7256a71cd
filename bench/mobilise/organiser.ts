// What an organiser of the street does before anybody comes: plans an activity, opens the venue.
import type pg from 'pg';
import { stepAt } from '#contract/attendance/codes/steps.ts';
import { makeVenueCode } from '#contract/attendance/codes/venue.ts';
import type { Direction } from '#contract/attendance/kinds.ts';
import type { Client } from '../client.ts';
import { streetId } from './crowd.ts';

export interface Organiser {
  load: Client;
  /** As the owner of the database. */
  owner: pg.Client;
  token: string;
}

export interface Opened {
  places: number;
  startsInHours: number;
}

const hourMs = 3_600_000;

/** An activity of the whole street for two hours, open to sign up; answers its session. */
export async function openActivity(organiser: Organiser, { places, startsInHours }: Opened): Promise<string> {
  const { rows } = await organiser.owner.query<{ id: string }>(
    "select id from areas where street_id = $1 and level = 'street'",
    [streetId],
  );
  const startsAt = new Date(Date.now() + startsInHours * hourMs);
  const endsAt = new Date(startsAt.getTime() + 2 * hourMs);
  const made = await asked<Made>(organiser, '/api/activities', {
    title: '等灯等灯',
    place: '万达路口',
    category: 'civility',
    areaId: rows[0]?.id,
    isFor: 'volunteers',
    sessions: [{ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), places }],
  });
  const published = await asked<Made>(organiser, `/api/activities/${made.activityId}/publish`, {
    version: made.version,
  });
  return published.sessions[0]?.sessionId ?? '';
}

interface Made {
  activityId: string;
  version: number;
  sessions: { sessionId: string }[];
}

export type Screen = (direction: Direction) => Promise<string>;

/** Opens the venue; the code as its screen shows it at this moment. */
export async function openVenue(organiser: Organiser, sessionId: string): Promise<Screen> {
  const path = `/api/attendance/venues/${sessionId}`;
  await asked(organiser, `${path}/open`, { screenNow: new Date().toISOString() });
  const { code } = await asked<{ code: { occurrence: string; secret: string } | null }>(organiser, path);
  if (!code) throw new Error('The venue is open and has no key.');
  const key = { streetId, occurrence: bytesOf(code.occurrence), secret: bytesOf(code.secret) };
  return (direction) => makeVenueCode(key, direction, stepAt(Date.now()));
}

const bytesOf = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));

/** A call that must succeed; a GET where there is no body. */
export async function asked<T = unknown>(
  { load, token }: Pick<Organiser, 'load' | 'token'>,
  path: string,
  body?: unknown,
): Promise<T> {
  const { status, text } = await load.send({ method: body ? 'POST' : 'GET', path, token, body });
  if (status !== 200) throw new Error(`${path}: ${status} ${text.slice(0, 300)}`);
  return JSON.parse(text) as T;
}
