// Thousands of residents who are signed in: accounts and sessions by plain SQL, tokens as the server would have given.
import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { readConfig } from '#kernel/config.ts';
import { newId } from '#kernel/ids.ts';
import { modules } from '../../server/modules.ts';
import { makeServices } from '../../server/services.ts';

export const streetId = 110112003;

export interface Person {
  personId: string;
  token: string;
}

/** What the server of the benchmark was started with. */
export interface CrowdPlace {
  dataDir: string;
  secret: string;
}

export async function cryptoOf({ dataDir, secret }: CrowdPlace) {
  const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'error', JIA_SECRET: secret });
  return (await makeServices(config, modules)).crypto;
}

/** The register holds the homes of one grid whole and samples of the others: more neighbours of the same kind. */
const moreNeighbours = `
  insert into persons
  select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'phone_cipher', null, 'phone_index', null,
    'phone_tail_index', null, 'household_id', null, 'relation', null))).*
  from persons p, generate_series(1, 4)
  where p.street_id = $1 and p.status = 'active' and p.born_on < '2000-01-01'`;

/** Grown-ups without an account, each with one and a session from now on. */
export async function crowd(client: pg.Client, place: CrowdPlace, count: number): Promise<Person[]> {
  const crypto = await cryptoOf(place);
  await client.query(moreNeighbours, [streetId]);
  const { rows } = await client.query<{ id: string; name: string }>(
    `select p.id, p.name from persons p
     where p.street_id = $1 and p.status = 'active' and p.born_on < '2000-01-01'
       and not exists (select 1 from accounts a where a.street_id = $1 and a.person_id = p.id)
     order by md5(p.id::text) limit $2`,
    [streetId, count],
  );
  if (rows.length < count) throw new Error(`The street has only ${rows.length} grown-ups to ask.`);
  const people = rows.map(({ id, name }) => {
    const secret = randomBytes(32).toString('base64url');
    return {
      personId: id,
      name,
      accountId: newId(new Date()),
      token: `${streetId}.${secret}`,
      hash: crypto.sign('session', secret),
    };
  });
  await client.query(
    `insert into accounts (street_id, id, person_id, name, phone_cipher, phone_index, status, must_change_password,
       failed_count, version, created_at)
     select $1, account, person, name, '', 'bench ' || account, 'active', false, 0, 1, now()
     from jsonb_to_recordset($2) as one(account uuid, person uuid, name text)`,
    [
      streetId,
      JSON.stringify(
        people.map(({ accountId, personId, name }) => ({ account: accountId, person: personId, name })),
      ),
    ],
  );
  await client.query(
    `insert into sessions (street_id, token_hash, id, account_id, created_at, expires_at, idle_minutes_max,
       last_seen_at, second_factor, device)
     select $1, hash, gen_random_uuid(), account, now(), now() + interval '1 day', 100000, now(), false, 'bench'
     from jsonb_to_recordset($2) as one(account uuid, hash text)`,
    [streetId, JSON.stringify(people.map(({ accountId, hash }) => ({ account: accountId, hash })))],
  );
  await client.query('analyze persons; analyze accounts; analyze sessions');
  return people.map(({ personId, token }) => ({ personId, token }));
}
