// Fills a street with cases by plain SQL: most of them closed over three years, the rest open today, each with its
// steps, timers, units, signatures and the pairs it is found by.
import pg from 'pg';
import { details, troubles } from './words.ts';

const streetId = 110112003;
const chunkRows = 50_000;
const yearsOfHistory = 3;

export interface Seeded {
  url: string;
  from: number;
  to: number;
}

/** Cases number `from` to `to`, the last not included; as the owner of the schema, on both cores. */
export async function seedCases({ url, from, to }: Seeded, progress: (line: string) => void): Promise<void> {
  const clients = await Promise.all([connected(url), connected(url)]);
  const [client] = clients;
  try {
    const indexes = to - from > chunkRows ? await dropIndexes(client) : [];
    let next = from;
    const fill = async (one: pg.Client) => {
      while (next < to) {
        const start = next;
        next = Math.min(to, start + chunkRows);
        const span = [start, next];
        await one.query('truncate seeded');
        await one.query(rows, [...span, to, troubles, details]);
        for (const statement of statements) await one.query(statement);
        progress(`${span[1]} cases`);
      }
    };
    await Promise.all(clients.map(fill));
    const build = async (one: pg.Client) => {
      for (let index = indexes.pop(); index; index = indexes.pop()) await one.query(index);
    };
    progress('indexes');
    await Promise.all(clients.map(build));
    progress('vacuum');
    await client.query('vacuum analyze');
    await client.query('checkpoint');
  } finally {
    for (const one of clients) await one.end();
  }
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('set synchronous_commit = off; set session_replication_role = replica');
  await client.query(
    "set timezone = 'Asia/Shanghai'; set maintenance_work_mem = '512MB'; set work_mem = '64MB'",
  );
  await client.query(places);
  return client;
}

const tables = [
  'cases',
  'case_search',
  'case_steps',
  'case_requesters',
  'case_assignments',
  'case_contacts',
  'case_timers',
  'events',
];

/** Indexes that no constraint needs; made again as they were. */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows: found } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i where i.indrelid::regclass::text = any($1)
       and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`,
    [tables],
  );
  for (const { name } of found) await client.query(`drop index ${name}`);
  // The long one last in the list is begun first.
  return found
    .map(({ definition }) => definition)
    .toSorted((a, b) => Number(a.includes('gin')) - Number(b.includes('gin')));
}

const places = `
  create temporary table spots as
    select row_number() over (order by path) - 1 as n, id, path, name, count(*) over () as spots
    from areas where street_id = ${streetId} and level = 'estate' and valid_to is null;
  create temporary table crews as
    select row_number() over (order by id) - 1 as n, id, name, area_path as path, count(*) over () as crews
    from organisations where street_id = ${streetId} and kind in ('property_company', 'street_office');
  create temporary table hands as
    select row_number() over (order by id) - 1 as n, id, name, count(*) over () as hands
    from accounts where street_id = ${streetId};
  create temporary table things as
    select row_number() over (order by position) - 1 as n, code, count(*) over () as things
    from matters where street_id = ${streetId} and parent_code is not null;
  create temporary table history (seq integer, name text, from_status text, to_status text, timer text);
  insert into history values
    (1, 'submit', 'draft', 'submitted', 'intake'), (2, 'register', 'submitted', 'registered', 'dispatch'),
    (3, 'dispatch', 'registered', 'dispatched', 'accept'), (4, 'accept', 'dispatched', 'accepted', 'response'),
    (5, 'contact', 'accepted', 'accepted', null), (6, 'start', 'accepted', 'in_progress', 'total'),
    (7, 'submit_result', 'in_progress', 'under_review', null), (8, 'review_approve', 'under_review', 'under_review', null),
    (9, 'review_approve', 'under_review', 'resolved', null), (10, 'begin_confirmation', 'resolved', 'confirming', null),
    (11, 'confirm_pass', 'confirming', 'closed', null);
  create temporary table seeded (i bigint, id uuid, number text, status text, steps integer, reported_at timestamptz,
    due_at timestamptz, finished_at timestamptz, closed_at timestamptz, title text, text text, matter_code text,
    area_id uuid, area_path text, place_text text, lead_id uuid, lead_name text, lead_path text, hand_id uuid,
    hand_name text);
`;

const share = (place: number) => `((hashint8extended(i, ${place}) & 1048575)::float8 / 1048576)`;
const pick = (place: number, of: string) => `floor(${share(place)} * ${of})::integer`;

/** $1 from, $2 to, $3 how many there will be, $4 and $5 what they are about. */
const rows = `
  insert into seeded
  with drawn as (
    select i,
      case when ${share(1)} < 0.80 then 11 when ${share(1)} < 0.88 then 6 when ${share(1)} < 0.91 then 7
        when ${share(1)} < 0.93 then 9 when ${share(1)} < 0.95 then 4 when ${share(1)} < 0.97 then 3
        when ${share(1)} < 0.985 then 2 when ${share(1)} < 0.995 then 1 else 10 end as steps
    from generate_series($1::bigint, $2::bigint - 1) as i
  ), dated as (
    select *, case when steps = 11
        then now() - interval '8 days' - interval '${yearsOfHistory} years' * (1 - i::float8 / $3::bigint)
        else now() - interval '25 days' * ${share(2)} - interval '1 hour' end as reported_at
    from drawn
  )
  select i,
    (lpad(to_hex((extract(epoch from reported_at) * 1000)::bigint), 12, '0') || '7' || substr(md5(i::text), 1, 3)
      || '8' || substr(md5(i::text), 4, 15))::uuid,
    to_char(reported_at, 'YYYYMMDD') || '-S' || i,
    (select to_status from history where seq = steps), steps, date_trunc('milliseconds', reported_at),
    date_trunc('milliseconds', case when steps = 11 then reported_at + interval '7 days'
      else now() + interval '25 days' * (${share(3)} - 0.2) end),
    case when steps >= 7 then date_trunc('milliseconds', reported_at + interval '6 days' * ${share(4)}) end,
    case when steps = 11 then date_trunc('milliseconds', reported_at + interval '7 days') end,
    ($4::text[])[1 + ${pick(5, '$6')}],
    spots.name || (1 + ${pick(6, '12')}) || '号楼' || (1 + ${pick(7, '4')}) || '单元，'
      || ($4::text[])[1 + ${pick(5, '$6')}] || '，' || ($5::text[])[1 + ${pick(8, '$7')}],
    things.code, spots.id, spots.path, spots.name, crews.id, crews.name, crews.path, hands.id, hands.name
  from dated
  join spots on spots.n = ${pick(9, '(select max(spots) from spots)')}
  join crews on crews.n = ${pick(10, '(select max(crews) from crews)')}
  join hands on hands.n = ${pick(11, '(select max(hands) from hands)')}
  join things on things.n = ${pick(12, '(select max(things) from things)')}`
  .replaceAll('$6', String(troubles.length))
  .replaceAll('$7', String(details.length));

const id = (place: number) => `md5(s.i || ':${place}')::uuid`;

const statements = [
  `insert into cases (street_id, id, number, kind, status, round, tier, signed, returns, designated_final, channel,
     request_type, urgency, title, text, matter_code, area_id, area_path, place_text, reported_by, reported_at, due_at,
     due_order, finished_at, closed_at, lead_kind, lead_id, lead_name, handler_id, result, solved, satisfaction,
     closure_type, supervised, requester_count, steps, version)
   select ${streetId}, id, number, 'resident_report', status, 1, 1, least(greatest(steps - 7, 0), 2), 0, false, 'resident_app',
     'help', 'ordinary', title, text, matter_code, area_id, area_path, place_text, hand_id, reported_at, due_at,
     due_at, finished_at, closed_at, case when steps >= 3 then 'organisation' end,
     case when steps >= 3 then lead_id end, case when steps >= 3 then lead_name end,
     case when steps >= 4 then hand_id end, case when steps >= 7 then '已上门处理，当天恢复，电话告知来电人' end,
     case when steps = 11 then 'yes' end, case when steps = 11 then 'satisfied' end,
     case when steps = 11 then 'normal' end, false, 1, steps, steps + 1
   from seeded`,
  `insert into case_search select ${streetId}, id, reported_at, array(
     select distinct week || substr(words, place, 2) from generate_series(1, length(words) - 1) as place)
   from (select *, floor(extract(epoch from reported_at) / 604800)::integer as week, title || text || place_text as words
     from seeded) as s`,
  `insert into case_steps select ${streetId}, s.id, h.seq, md5(s.i || '/' || h.seq)::uuid,
     s.reported_at + interval '9 hours' * (h.seq - 1), h.name, s.hand_id, s.hand_name, 'community_clerk', h.from_status,
     h.to_status, 1, null, '{}'
   from seeded s join history h on h.seq <= s.steps`,
  `insert into case_requesters select ${streetId}, ${id(1)}, id, hand_id, hand_name, null, null, null, false, reported_at
   from seeded s`,
  `insert into case_assignments select ${streetId}, ${id(2)}, id, 'lead', 'organisation', lead_id, lead_name, lead_path,
     case when steps = 3 then 'notified' else 'accepted' end, due_at, null, reported_at + interval '1 hour'
   from seeded s where steps >= 3`,
  `insert into case_contacts select ${streetId}, ${id(3)}, id, 1, reported_at + interval '1 day', hand_name, 'phone',
     'reached', null
   from seeded s where steps >= 5`,
  `insert into case_signatures select ${streetId}, s.id, 1, l.level, md5(s.i || '-' || l.level)::uuid, s.hand_name, null,
     'community_secretary', s.finished_at + interval '1 hour', ''
   from seeded s join generate_series(1, 2) as l(level) on s.steps >= 7 + l.level`,
  `insert into case_timers (street_id, case_id, timer, started_at, due_at, stopped_at, first_due_at, yellow_at)
   select ${streetId}, s.id, h.timer, s.reported_at, d.due_at,
     case when h.seq < s.steps or s.steps > 6 then s.reported_at + interval '1 hour' end, d.due_at,
     d.due_at - interval '1 day'
   from seeded s
   join history h on h.seq <= s.steps and h.timer is not null
   cross join lateral (select least(s.due_at, s.reported_at + interval '1 day' * h.seq) as due_at) as d`,
  `insert into events select ${streetId}, md5(s.i || '/' || s.steps)::uuid, s.reported_at + interval '9 hours' * (s.steps - 1), s.hand_id,
     s.hand_name, 'community_clerk', 'case.moved', 'cases', s.id::text, 'confirming', s.status, s.area_path, '{}', ''
   from seeded s`,
];
