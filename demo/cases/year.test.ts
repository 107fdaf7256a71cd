import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { plantStreet, setUp } from '../../server/setup.ts';
import { type EmptyDatabase, emptyDatabase } from '../../tests/kit/emptyDatabase.ts';
import { testNow } from '../../tests/kit/street.ts';
import { casesPerDay, imagineDay } from './imagine.ts';
import { tellTheYear } from './year.ts';

const streetId = 110112003;
const days = 6;
let database: EmptyDatabase;
let before = 0;

async function rows<T>(text: string): Promise<T[]> {
  return (await sql.raw<T>(text).execute(database.kernel.db)).rows;
}
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
}, 120_000);

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
    expect(await tellTheYear(database.kernel, { daysMax: days })).toBe(days);
  }, 300_000);

  it('leave cases in many states, none ahead of the day the demo was planted', async () => {
    const told = (await count('cases')) - before;
    expect(told).toBeGreaterThanOrEqual(casesPerDay.min * (days - 1));
    const statuses = (
      await rows<{ status: string }>(`select distinct status from cases where street_id = ${streetId}`)
    ).map(({ status }) => status);
    expect(statuses).toEqual(
      expect.arrayContaining(['closed', 'in_progress', 'under_review', 'dispatched', 'submitted']),
    );
    expect(await count('case_steps', `at > timestamptz '${testNow}'`)).toBe(0);
  });

  it('have the five leaks of one stairwell in one case', async () => {
    const merged = await rows<{ count: number }>(
      `select count(*)::int as count from cases where street_id = ${streetId} and status = 'merged' group by merged_into`,
    );
    expect(merged.map((one) => one.count)).toContain(4);
  });

  it('are told once, however often somebody asks', async () => {
    const told = await count('cases');
    const done = await count('events', "name = 'demo.day_told'");
    expect(done).toBe(days);
    expect(await tellTheYear(database.kernel, { daysMax: 0 })).toBe(0);
    expect(await count('cases')).toBe(told);
  });

  it('go on with the next day after an end in the middle, and lose nothing', async () => {
    const told = await count('cases');
    let looks = 0;
    expect(await tellTheYear(database.kernel, { daysMax: 3, stopped: () => looks++ > 0 })).toBe(1);
    expect(await count('events', "name = 'demo.day_told'")).toBe(days + 1);
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
