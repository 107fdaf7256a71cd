import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Kernel } from '#kernel/kernel.ts';
import { plantStreet, setUp } from '../server/setup.ts';
import { type EmptyDatabase, emptyDatabase } from '../tests/kit/emptyDatabase.ts';
import { testNow } from '../tests/kit/street.ts';
import { deskChapters } from './cases/chapters.ts';
import { casesPerDay, imagineDay } from './cases/imagine.ts';
import { type TellOptions, tellChapters } from './chapters/tell.ts';
import { demoModule } from './module.ts';
import { caseChapters, chapters } from './year.ts';

const streetId = 110112003;
const days = 6;
const chaptersMax = deskChapters.length + days;
const tellTheYear = async (kernel: Kernel, options: TellOptions = {}) =>
  await tellChapters(kernel, caseChapters, options);
const failed: string[] = [];
let app: Awaited<ReturnType<EmptyDatabase['serve']>>;
let database: EmptyDatabase;
let before = 0;

async function rows<T>(text: string): Promise<T[]> {
  return (await sql.raw<T>(text).execute(database.kernel.db)).rows;
}
const statusesToday = [
  ...['submitted', 'verifying', 'registered', 'dispatched', 'accepted', 'in_progress', 'suspended'],
  ...['under_review', 'resolved', 'confirming', 'closed', 'merged'],
];

const count = async (from: string, where = 'true') =>
  (
    await rows<{ count: number }>(
      `select count(*)::int as count from ${from} where street_id = ${streetId} and ${where}`,
    )
  )[0]?.count ?? -1;

beforeAll(async () => {
  database = await emptyDatabase();
  await setUp(database.kernel, () => {});
  before = await count('cases');
  database.kernel.services.log.error = (about: unknown) => void failed.push(JSON.stringify(about));
  app = await database.serve(demoModule);
}, 120_000);

/** What a persona reads. */
async function reads(key: string, url: string) {
  const entered = await app.inject({
    method: 'POST',
    url: '/api/demo/session',
    headers: { 'x-jia-client': 'test' },
    payload: { key },
  });
  const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? '';
  const answer = await app.inject({ url, headers: { cookie } });
  expect(answer.statusCode, answer.payload).toBe(200);
  return answer.json();
}

describe('the chapters of the year', () => {
  it('have a key and a number each that no other has', () => {
    expect(new Set(chapters.map(({ key }) => key)).size).toBe(chapters.length);
    expect(new Set(chapters.map(({ number }) => number)).size).toBe(chapters.length);
  });

  it('begin with what one can still sign up for, and end with weeks and days side by side', () => {
    const at = (key: string) => chapters.findIndex((one) => one.key === key);
    expect(at('activities -1')).toBeLessThan(at('0'));
    expect(at('activities 0')).toBeLessThan(at('359'));
    expect(at('activities 50')).toBeLessThan(at('100'));
    expect(at('moment')).toBe(chapters.length - 1);
  });
});

describe('the cases of a day', () => {
  it('are the same whenever they are imagined, and others on another day', () => {
    const texts = (day: string) => imagineDay(day).map(({ text, minute }) => `${minute} ${text}`);
    expect(texts('2026-03-05')).toEqual(texts('2026-03-05'));
    expect(texts('2026-03-05')).not.toEqual(texts('2026-03-06'));
    expect(imagineDay('2026-07-01').some(({ theme }) => theme.matter === '0604')).toBe(false);
  });

  it('make three thousand a year', () => {
    let total = 0;
    for (let day = 1; day <= 360; day++)
      total += imagineDay(new Date(Date.UTC(2026, 0, day)).toISOString().slice(0, 10)).length;
    expect(total).toBeGreaterThan(3000);
  });
});

describe('some days told behind the visitors', () => {
  beforeAll(async () => {
    expect(await tellTheYear(database.kernel, { chaptersMax })).toBe(chaptersMax);
  }, 300_000);

  it('tell every case to its end', () => {
    expect(failed).toEqual([]);
  });

  it('leave cases in every state that people meet on a day, none ahead of the day the demo was planted', async () => {
    const told = (await count('cases')) - before;
    expect(told).toBeGreaterThanOrEqual(casesPerDay.min * (days - 1));
    const statuses = (
      await rows<{ status: string }>(`select distinct status from cases where street_id = ${streetId}`)
    ).map(({ status }) => status);
    expect(statuses).toEqual(expect.arrayContaining(statusesToday));
    expect(await count('case_steps', `at > timestamptz '${testNow}'`)).toBe(0);
  });

  it('have the five leaks of one stairwell in one case', async () => {
    const merged = await rows<{ count: number }>(
      `select count(*)::int as count from cases where street_id = ${streetId} and status = 'merged' group by merged_into`,
    );
    expect(merged.map((one) => one.count)).toContain(4);
  });

  it.each<[string, string, number]>([
    ['mother', '/api/my/cases', 8],
    ['elder', '/api/my/cases', 3],
    ['door_warden', '/api/my/cases', 3],
    ['enterprise', '/api/my/cases', 3],
    ['property', '/api/cases?mine=true&open=true', 8],
    ['community_clerk', '/api/cases?mine=true&open=true', 4],
    ['community_clerk', '/api/case-review', 2],
    ['community_secretary', '/api/case-review', 2],
    ['section_chief', '/api/case-review', 2],
    ['section_chief', '/api/cases?mine=true&open=true', 4],
    ['deputy', '/api/case-review', 2],
    ['principal', '/api/case-review', 3],
    ['principal', '/api/case-review?which=told_first', 1],
    ['dispatcher', '/api/cases?status=registered', 5],
    ['dispatcher', '/api/cases?status=registered&lamp=yellow', 1],
    ['dispatcher', '/api/cases?status=registered&lamp=red', 1],
    ['dispatcher', '/api/cases?returned=true', 1],
    ['dispatcher', '/api/cases?kind=whistle', 3],
    ['mother', '/api/published', 3],
    ['mother', '/api/notifications', 3],
  ])('give %s something to do at %s', async (key, url, least) => {
    expect((await reads(key, url)).items.length).toBeGreaterThanOrEqual(least);
  });

  it('fill the shift of the grid worker', async () => {
    const { cases, checks } = await reads('grid_worker', '/api/field/shift');
    expect(cases.length).toBeGreaterThanOrEqual(3);
    expect(checks.length).toBeGreaterThanOrEqual(1);
  });

  it('bring the duty list and a directory line for every matter', async () => {
    expect(await count('duty_items')).toBe(1108);
    expect((await reads('dispatcher', '/api/dispatch-directory?limit=100')).items).toHaveLength(73);
  });

  it('are told once, however often somebody asks', async () => {
    const told = await count('cases');
    const done = await count('events', "name = 'demo.day_told'");
    expect(done).toBe(chaptersMax);
    expect(await tellTheYear(database.kernel, { chaptersMax: 0 })).toBe(0);
    expect(await count('cases')).toBe(told);
  });

  it('go on with the next day after an end in the middle, and lose nothing', async () => {
    const told = await count('cases');
    let looks = 0;
    expect(await tellTheYear(database.kernel, { chaptersMax: 3, stopped: () => looks++ > 0 })).toBe(1);
    expect(await count('events', "name = 'demo.day_told'")).toBe(chaptersMax + 1);
    const reported = await rows<{ day: string; count: number }>(
      `select subject_id as day, count(*)::int as count from events where street_id = ${streetId} and name = 'demo.day_told' group by 1`,
    );
    expect(reported.every((one) => one.count === 1)).toBe(true);
    expect(await count('cases')).toBeGreaterThan(told);
  });

  it('leave a real street alone', async () => {
    const real = await emptyDatabase({ JIA_PACK: 'neutral' });
    await plantStreet(real.kernel, 'neutral', false);
    expect(await tellTheYear(real.kernel)).toBe(0);
  });
});
