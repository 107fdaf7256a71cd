import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { SetUpRefusal } from '../server/administrators.ts';
import { plantStreet, setUp } from '../server/setup.ts';
import { type EmptyDatabase, emptyDatabase } from '../tests/kit/emptyDatabase.ts';
import { testNow } from '../tests/kit/street.ts';
import { demoModule } from './module.ts';
import { personas } from './personas.ts';
import { wipeDemo } from './wipe.ts';

const streetId = 110112003;
let database: EmptyDatabase;
let app: Awaited<ReturnType<EmptyDatabase['serve']>>;

async function count(from: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.raw(from)}`.execute(
    database.kernel.db,
  );
  return rows[0]?.count ?? -1;
}

const of = (table: string, where = 'true') => count(`${table} where street_id = ${streetId} and ${where}`);

async function enter(key: string) {
  const entered = await app.inject({
    method: 'POST',
    url: '/api/demo/session',
    headers: { 'x-jia-client': 'test' },
    payload: { key },
  });
  const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? '';
  const get = async (url: string) => (await app.inject({ url, headers: { cookie } })).json();
  return { me: entered.json(), get };
}

beforeAll(async () => {
  database = await emptyDatabase();
  const interrupted = setUp(database.kernel, (line) => {
    if (line.includes('organisations')) throw new Error('killed here');
  });
  await expect(interrupted).rejects.toThrow('killed here');
  expect(await of('streets')).toBe(0);
  expect(await of('areas')).toBe(0);
  expect(await of('events')).toBe(0);

  expect(await setUp(database.kernel, () => {})).toBe(true);
  app = await database.serve(demoModule);
}, 120_000);

describe('the demo street, planted after an interrupted try', () => {
  it('stands at true scale', async () => {
    const levels = await sql<{ level: string; count: number }>`
      select level, count(*)::int as count from areas where street_id = ${streetId} and valid_to is null
      group by level`.execute(database.kernel.db);
    expect(Object.fromEntries(levels.rows.map((row) => [row.level, row.count]))).toEqual({
      street: 1,
      community: 16,
      big_grid: 48,
      grid: 103,
      estate: 100,
      building: 419,
      entrance: 1_349,
    });
    expect(await of('posts', 'ends_on is null')).toBe(2_485);
    expect(await of('posts', "role = 'door_warden' and ends_on is null")).toBe(1_403);
    expect(await of('households', 'left_at is null')).toBe(25_800);
    expect(await of('organisations')).toBe(484);
  });

  it('has a history that lies in the past, within a year and a day', async () => {
    const { rows } = await sql<{ first: string; last: string }>`
      select min(at) as first, max(at) as last from events where street_id = ${streetId}`.execute(
      database.kernel.db,
    );
    const { first, last } = rows[0] ?? { first: '', last: '' };
    expect(Date.parse(last)).toBeLessThanOrEqual(Date.parse(testNow));
    expect(Date.parse(testNow) - Date.parse(first)).toBeLessThan(366 * 86_400_000);
    expect(await of('areas', 'valid_to is not null')).toBe(2);
    expect(await of('area_boundaries', 'valid_to is not null')).toBe(2);
    expect(await of('posts', 'ends_on is not null')).toBe(3);
    expect(await of('reveals')).toBeGreaterThan(10);
    expect(await of('events', "name = 'demo.planted'")).toBe(1);
  });

  it('knows nobody before the day of birth, and no child without a guardian', async () => {
    expect(await of('persons', 'born_on > registered_at')).toBe(0);
    expect(
      await of(
        'persons p',
        `status = 'active' and born_on > date '2026-11-21' - interval '14 years'
         and not exists (select from guardianships g
           where g.street_id = p.street_id and g.minor_id = p.id and g.ended_at is null)`,
      ),
    ).toBe(0);
  });

  it('keeps names and numbers out of the trail', async () => {
    expect(await of('events', "data::text ~ '(^|[^0-9a-f-])199[0-9]{8}($|[^0-9a-f-])'")).toBe(0);
    for (const { name } of personas) expect(await of('events', `data::text like '%${name}%'`), name).toBe(0);
  });

  it('has deputies who act today, and requests that wait', async () => {
    const now = `timestamptz '${testNow}'`;
    expect(await of('delegations', `starts_at <= ${now} and ends_at > ${now}`)).toBe(7);
    expect(await of('minor_access_requests', "status = 'requested'")).toBe(1);
    expect(await of('correction_requests', "status = 'requested'")).toBe(1);
  });
});

describe('the personas', () => {
  it.each(personas.map((persona) => [persona.name, persona.key, persona.role]))(
    '%s comes in and finds a post',
    async (name, key, role) => {
      const { me } = await enter(key);
      expect(me).toMatchObject({ name });
      expect(me.posts.map((post: { role: string }) => post.role)).toContain(role);
    },
  );

  it('the mother can call her warden and the property company', async () => {
    const { get } = await enter('mother');
    expect(await get('/api/home')).toMatchObject({
      source: 'register',
      community: { name: '帅府社区' },
      door: '通惠南路29号院3号楼3单元',
      wardens: [{ name: '李慧', place: '3单元', phone: expect.stringMatching(/^199\d{8}$/) }],
      property: { name: '安和物业', phone: expect.stringMatching(/^0100000\d{4}$/) },
      communityOffice: { name: '帅府居委会', phone: expect.stringMatching(/^0100000\d{4}$/) },
    });
  });

  it('王奶奶 reads who rang her', async () => {
    const { get } = await enter('elder');
    const { looks } = await get('/api/people/mine');
    expect(looks).toHaveLength(12);
    expect(new Set(looks.map((look: { byName: string }) => look.byName))).toEqual(new Set(['周敏', '李慧']));
  });

  it('a secretary has a request to decide', async () => {
    const { get } = await enter('community_secretary');
    const { items } = await get('/api/people/minor-access?status=requested');
    expect(items).toMatchObject([{ requestedByName: '周敏', can: { decide: true } }]);
  });
});

describe('replanting', () => {
  it('refuses where there is a real street, and changes nothing', async () => {
    const real = await emptyDatabase({ JIA_PACK: 'neutral' });
    await plantStreet(real.kernel, 'neutral', false);
    await expect(wipeDemo(real.ownerUrl)).rejects.toThrow(SetUpRefusal);
    const areas = await real.kernel.db
      .selectFrom('areas')
      .select('id')
      .where('street_id', '=', 990101001)
      .execute();
    expect(areas.length).toBeGreaterThan(0);
  });

  it('empties a demo, trail and all, so that the next start plants it anew', async () => {
    const demo = await emptyDatabase({ JIA_PACK: 'neutral' });
    await setUp(demo.kernel, () => {});
    await wipeDemo(demo.ownerUrl);
    for (const table of ['streets', 'events', 'accounts', 'areas'] as const)
      expect(await demo.kernel.db.selectFrom(table).selectAll().execute(), table).toEqual([]);
    expect(await setUp(demo.kernel, () => {})).toBe(true);
  });
});
