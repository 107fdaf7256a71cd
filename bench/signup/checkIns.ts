// A big venue: people sign in over a minute and out over a minute, and their points come behind it.
import type pg from 'pg';
import { type Person, streetId } from '../mobilise/crowd.ts';
import { type Organiser, openActivity, openVenue } from '../mobilise/organiser.ts';
import { letAnHourPass, pass, signUpAll } from '../mobilise/venue.ts';
import { type Figures, percentile } from '../run.ts';

const minuteSeconds = 60;
const pointsSecondsMax = 120;

/** @throws when somebody is not answered, or minutes or points differ from what everybody has earned */
export async function checkIns(organiser: Organiser, people: readonly Person[]): Promise<Figures> {
  const sessionId = await openActivity(organiser, { places: people.length, startsInHours: 0.5 });
  await signUpAll(organiser, sessionId, people);
  const screen = await openVenue(organiser, sessionId);
  const arrivals = await pass(organiser, screen, 'in', people, minuteSeconds);
  await letAnHourPass(organiser.owner, sessionId);
  const departures = await pass(organiser, screen, 'out', people, minuteSeconds);
  const left = performance.now();
  const granted = await pointsOf(organiser.owner, sessionId, people.length);
  const scans = [...arrivals, ...departures];
  const times = scans.map(({ ms }) => ms);
  return {
    'checkin.count': scans.length,
    'checkin.lost_count': 2 * people.length - granted.scans + (people.length - granted.points),
    'checkin.p50_ms': percentile(times, 0.5),
    'checkin.p99_ms': percentile(times, 0.99),
    // After the last one left.
    'points.s': (performance.now() - left) / 1000,
  };
}

interface Granted {
  scans: number;
  points: number;
}

/** Waits for the points of all; what is there at the end of the patience counts. */
async function pointsOf(owner: pg.Client, sessionId: string, wanted: number): Promise<Granted> {
  const started = performance.now();
  for (;;) {
    const { rows } = await owner.query<Granted>(
      `select (select count(*)::int from scans where street_id = $1 and session_id = $2 and state = 'counts') as scans,
         count(*)::int as points
       from hours_entries h
       join points_earnings e on e.street_id = $1 and e.evidence_id = h.id::text and e.outcome = 'granted'
       join points_transfers t on t.street_id = $1 and t.id = e.transfer_id and t.amount = e.amount
       where h.street_id = $1 and h.session_id = $2 and h.minutes > 0`,
      [streetId, sessionId],
    );
    const [found] = rows;
    if (!found) throw new Error('The database did not answer.');
    const waited = (performance.now() - started) / 1000;
    if (found.points >= wanted || waited > pointsSecondsMax) return found;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
