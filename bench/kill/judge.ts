// After all the kills: is everything there that was answered, once, and does the ledger still add up?
import type pg from 'pg';
import { streetId } from '../mobilise/crowd.ts';
import type { Acknowledged } from './loads.ts';

const drainSecondsMax = 180;

export interface Judged {
  /** Deeds that were answered and are not there, by kind. */
  lost: Record<'signUps' | 'arrivals' | 'departures' | 'points' | 'redemptions', number>;
  /** What is there twice, or half. */
  faults: string[];
}

export interface Sessions {
  rushSessionId: string;
  venueSessionId: string;
  places: number;
}

export async function judge(owner: pg.Client, sessions: Sessions, done: Acknowledged): Promise<Judged> {
  await drained(owner, done.departures);
  const missing = async (query: string, wanted: readonly unknown[], ...more: unknown[]): Promise<number> => {
    const { rows } = await owner.query<{ count: number }>(query, [streetId, JSON.stringify(wanted), ...more]);
    return rows[0]?.count ?? Number.NaN;
  };
  const scanned = `select count(*)::int from jsonb_array_elements_text($2) one(person) where not exists (
    select 1 from scans s where s.street_id = $1 and s.session_id = $3 and s.person_id = one.person::uuid
      and s.direction = $4 and s.state = 'counts')`;
  const { venueSessionId } = sessions;
  return {
    lost: {
      signUps: await missing(
        `select count(*)::int from jsonb_to_recordset($2) one("signUpId" uuid, "personId" uuid, number int)
         where not exists (select 1 from sign_ups u where u.street_id = $1 and u.id = one."signUpId"
           and u.person_id = one."personId" and u.number = one.number)`,
        done.signUps,
      ),
      arrivals: await missing(scanned, done.arrivals, venueSessionId, 'in'),
      departures: await missing(scanned, done.departures, venueSessionId, 'out'),
      points: await missing(unpaid, done.departures),
      redemptions: await missing(
        `select count(*)::int from jsonb_to_recordset($2) one("redemptionId" uuid)
         where not exists (select 1 from redemptions r where r.street_id = $1 and r.id = one."redemptionId"
           and r.state = 'captured')`,
        done.redemptions,
      ),
    },
    faults: await faultsOf(owner, sessions),
  };
}

/** Of those who left, whose minutes did not become points. */
const unpaid = `select count(*)::int from jsonb_array_elements_text($2) one(person) where not exists (
  select 1 from hours_entries h
  join points_earnings e on e.street_id = $1 and e.evidence_id = h.id::text and e.outcome = 'granted'
  join points_transfers t on t.street_id = $1 and t.id = e.transfer_id and t.amount = e.amount
  where h.street_id = $1 and h.person_id = one.person::uuid)`;

/** The reactions that were under way when everything fell over come later; they are waited for. */
async function drained(owner: pg.Client, departures: readonly string[]): Promise<void> {
  const until = performance.now() + drainSecondsMax * 1000;
  while (performance.now() < until) {
    const { rows } = await owner.query<{ count: number; waiting: number }>(
      `select (${unpaid}) as count, (select count(*)::int from event_queue where street_id = $1) as waiting`,
      [streetId, JSON.stringify(departures)],
    );
    if (rows[0]?.count === 0 && rows[0].waiting === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

const faultQueries: Readonly<Record<string, string>> = {
  // The numbers of the line have no gap, and exactly as many places are given as were promised.
  'sign-ups': `select count(*)::int as count from (
      select count(distinct number) as numbers, max(number) as last, count(*) filter (where state = 'confirmed') as given
      from sign_ups where street_id = $1 and session_id = $2::uuid) u
    where u.numbers <> u.last or u.given <> least($4, u.last)`,
  'minutes twice': `select count(*)::int as count from (select 1 from hours_entries
    where street_id = $1 and session_id = $3::uuid group by person_id having count(*) > 1) h`,
  'points twice': `select count(*)::int as count from (select 1 from points_earnings
    where street_id = $1 group by source, evidence_id having count(*) > 1) e`,
  'redemptions without one transfer': `select count(*)::int as count from redemptions r
    where r.street_id = $1 and r.state = 'captured' and 1 <> (select count(*) from points_transfers t
      where t.street_id = $1 and t.kind = 'redeem' and t.hold_id = r.hold_id)`,
  'ledger rules broken': 'select count(*)::int as count from points_violations where street_id = $1',
  'events without a seal': 'select count(*)::int as count from event_queue where street_id = $1',
  'jobs that gave up': `select count(*)::int as count from pgboss.job where state = 'failed'`,
};

async function faultsOf(
  owner: pg.Client,
  { rushSessionId, venueSessionId, places }: Sessions,
): Promise<string[]> {
  const faults: string[] = [];
  const values = [streetId, rushSessionId, venueSessionId, places];
  for (const [name, query] of Object.entries(faultQueries)) {
    // A query may not be given values it does not use.
    const used = [...new Set(query.match(/\$\d/g))].map((mark) => Number(mark.slice(1)));
    const ordered = used.reduce((text, one, index) => text.replaceAll(`$${one}`, `$#${index + 1}`), query);
    const { rows } = await owner.query<{ count: number }>(
      ordered.replaceAll('$#', '$'),
      used.map((one) => values[one - 1]),
    );
    if (rows[0]?.count !== 0) faults.push(`${name}: ${rows[0]?.count}`);
  }
  return faults;
}
