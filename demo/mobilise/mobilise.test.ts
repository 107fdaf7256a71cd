// The second loop of the demo: families, and what they do with their neighbours.
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { setUp } from '../../server/setup.ts';
import { type EmptyDatabase, emptyDatabase } from '../../tests/kit/emptyDatabase.ts';
import { tellChapters } from '../chapters/tell.ts';
import { activityChapters } from './activities.ts';
import { familyChapters } from './families.ts';
import { merchantChapters } from './merchants.ts';

const streetId = 110112003;
const failed: string[] = [];
let database: EmptyDatabase;

const count = async (from: string, where = 'true') => {
  const { rows } = await sql
    .raw<{ count: number }>(
      `select count(*)::int as count from ${from} where street_id = ${streetId} and ${where}`,
    )
    .execute(database.kernel.db);
  return rows[0]?.count ?? -1;
};

beforeAll(async () => {
  database = await emptyDatabase();
  await setUp(database.kernel, () => {});
  database.kernel.services.log.error = (about: unknown) => void failed.push(JSON.stringify(about));
}, 120_000);

describe('a month of families', () => {
  beforeAll(async () => {
    expect(await tellChapters(database.kernel, familyChapters, { chaptersMax: 1 })).toBe(1);
  }, 120_000);

  it('are founded one by one', async () => {
    expect(failed).toEqual([]);
    expect(await count('families')).toBeGreaterThan(100);
    expect(await count('family_members', "part = 'child'")).toBeGreaterThan(100);
  });

  it('bring the mother of the personas, and couples', async () => {
    expect(
      await count(
        'family_members m',
        "exists (select 1 from persons p where p.street_id = m.street_id and p.id = m.person_id and p.name = '林晓棠')",
      ),
    ).toBe(1);
    expect(await count('family_members', "part = 'adult'")).toBeGreaterThan(await count('families'));
  });
});

describe('the merchants', () => {
  beforeAll(async () => {
    expect(await tellChapters(database.kernel, merchantChapters)).toBe(1);
  }, 120_000);

  it('join by agreement with offers to have, the shop of the persona among them', async () => {
    expect(failed).toEqual([]);
    expect(await count('merchants')).toBe(12);
    expect(await count('merchant_offers')).toBeGreaterThan(11);
    expect(
      await count(
        'merchants m',
        "exists (select 1 from organisations o where o.street_id = m.street_id and o.id = m.organisation_id and o.name = '春和理发店')",
      ),
    ).toBe(1);
  });
});

describe('weeks of activities', () => {
  const told = activityChapters.slice(-4);
  beforeAll(async () => {
    expect(await tellChapters(database.kernel, told)).toBe(told.length);
  }, 240_000);

  it('are told to their end', async () => {
    expect(failed).toEqual([]);
    expect(await count('activities', "state <> 'draft' and not template")).toBeGreaterThanOrEqual(12);
    expect(await count('sign_ups')).toBeGreaterThan(100);
    expect(await count('hours_entries')).toBeGreaterThan(50);
  });

  it('turn hours into points, and points into goods', async () => {
    expect(await count('points_transfers', "kind = 'grant'")).toBeGreaterThan(20);
    expect(await count('redemptions', "state = 'captured'")).toBeGreaterThan(0);
    expect(await count('points_violations')).toBe(0);
  });
});
