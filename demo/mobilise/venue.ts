// The venue of a session: it opens, people come and go by its code; a few do not come, a few are sent in late.

import { sql } from 'kysely';
import { stepAt } from '#contract/attendance/codes/steps.ts';
import { makeVenueCode } from '#contract/attendance/codes/venue.ts';
import { openVenue, readVenue, scanVenue } from '#contract/attendance/endpoints.ts';
import { apart } from '../chapters/apart.ts';
import type { Random } from '../random.ts';
import { type Holder, perform, type Stage } from '../replay/stage.ts';

const minuteMs = 60_000;
const absentShare = 0.06;
/** Phones without a network at the venue. */
const lateShare = 0.04;

export interface Guest {
  holder: Holder;
  personIds: readonly string[];
}

interface Told {
  stage: Stage;
  chance: Random;
}

/** Without an end it goes on. */
export async function hold(
  { stage, chance }: Told,
  organiser: Holder,
  sessionId: string,
  { starts, ends }: { starts: Date; ends: Date | null },
  guests: readonly Guest[],
): Promise<void> {
  const params = { sessionId };
  stage.clock.set(new Date(starts.getTime() - 20 * minuteMs));
  await perform(stage, organiser, openVenue, {
    params,
    body: { screenNow: stage.clock.now().toISOString() },
  });
  const { code, streetId } = await perform(stage, organiser, readVenue, { params });
  if (!code) throw new Error('the venue shows no code');
  const key = {
    streetId,
    occurrence: new Uint8Array(Buffer.from(code.occurrence, 'hex')),
    secret: new Uint8Array(Buffer.from(code.secret, 'hex')),
  };
  const present = guests.filter(() => !chance.chance(absentShare));
  const scans = [
    ['in', new Date(starts.getTime() - 5 * minuteMs)],
    ...(ends ? [['out', ends]] : []),
  ] as const;
  for (const [direction, at] of scans as readonly (readonly ['in' | 'out', Date])[]) {
    stage.clock.set(at);
    for (const { holder, personIds } of present) {
      stage.clock.advance(chance.between(2, 15) * 1_000);
      const code = await makeVenueCode(key, direction, stepAt(stage.clock.now().getTime()));
      const ageMs = ends && chance.chance(lateShare) ? chance.between(3, 12) * minuteMs : 0;
      await apart(stage, `scan ${sessionId}`, () => scan(stage, { holder, personIds }, code, ageMs));
    }
  }
}

/** `ageMs` later than it was seen, where the phone had no network. */
async function scan(stage: Stage, { holder, personIds }: Guest, code: string, ageMs: number): Promise<void> {
  const seen = stage.clock.now();
  if (ageMs > 0) stage.clock.advance(ageMs);
  await perform(stage, holder, scanVenue, {
    body: {
      by: { way: 'code', code },
      personIds: [...personIds],
      nonce: stage.office().newId(),
      deviceId: holder.accountId,
      ageMs,
    },
  });
  stage.clock.set(seen);
}

/** Of these who have a place, and with whom. */
export async function placed(stage: Stage, sessionId: string, guests: readonly Guest[]): Promise<Guest[]> {
  const { rows } = await sql<{ person_id: string }>`
    select person_id from sign_ups where street_id = ${stage.street.streetId} and session_id = ${sessionId}
      and state = 'confirmed'`.execute(stage.db);
  const there = new Set(rows.map(({ person_id }) => person_id));
  return guests.flatMap(({ holder, personIds }) => {
    const own = personIds.filter((id) => there.has(id));
    return own.length > 0 ? [{ holder, personIds: own }] : [];
  });
}
