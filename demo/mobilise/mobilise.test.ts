// The second loop of the demo: families, and what they do with their neighbours.
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { setUp } from '../../server/setup.ts';
import { type EmptyDatabase, emptyDatabase } from '../../tests/kit/emptyDatabase.ts';
import { tellChapters } from '../chapters/tell.ts';
import { momentChapter, practiceChapters, weekChapters, weekToCome } from './activities.ts';
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
    expect(await count('families')).toBeGreaterThan(80);
    expect(await count('family_members', "part = 'child'")).toBeGreaterThan(80);
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
  // The week to come, one in which teams are founded, and the last ones.
  const told = weekChapters.filter(({ key }) => [44, 3, 2, 1, 0].some((ago) => key === `activities ${ago}`));
  beforeAll(async () => {
    const chapters = [...practiceChapters, weekToCome, ...told, momentChapter];
    expect(await tellChapters(database.kernel, chapters)).toBe(chapters.length);
  }, 400_000);

  it('are told to their end', async () => {
    expect(failed).toEqual([]);
    expect(await count('activities', "state <> 'draft' and not template")).toBeGreaterThanOrEqual(20);
    expect(await count('sign_ups')).toBeGreaterThan(100);
    expect(await count('hours_entries')).toBeGreaterThan(50);
    expect(await count('points_violations')).toBe(0);
  });

  it.each([
    ['places drawn for, to come', 'activity_sessions', 'seed_hash is not null and drawn_at is null'],
    ['a line', 'sign_ups', "state = 'waiting'"],
    [
      'sessions of tomorrow',
      'activity_sessions',
      "starts_at > now() and taken < places and state = 'planned'",
    ],
    ['points for hours', 'points_transfers', "kind = 'grant'"],
    ['points for goods', 'redemptions', "state = 'captured'"],
    ['ratings', 'merchant_ratings', 'true'],
    ['a month of the merchants', 'merchant_settlements', 'true'],
    ['help that was thanked for', 'help_pledges', "state = 'thanked'"],
    ['thanks in points', 'points_transfers', "kind = 'help'"],
    ['asks that are open', 'help_asks', "status = 'open'"],
    ['a report to look at', 'help_reports', 'closed_at is null'],
    ['teams', 'help_teams', "status = 'active'"],
    ['mentors', 'help_team_members', "mentor_state = 'agreed'"],
    ['what teams are needed for', 'help_needs', "status = 'open'"],
    ['a call that is open', 'calls', "status = 'open'"],
    ['a call that is over', 'calls', "status = 'ended' and came_count > 0"],
    ['people who come', 'call_targets', "answer = 'coming'"],
    ['shifts of duty', 'duty_shifts', 'true'],
    ['lists of both terms', 'practice_lists', "state = 'published'"],
    ['what schools saw', 'class_confirmations', 'true'],
    ['groups', 'groups', 'true'],
    ['proofs of service', 'certificates', 'true'],
    ['a correction signed by two', 'hour_requests', "kind = 'correction' and state = 'confirmed'"],
    ['a correction that waits', 'hour_requests', "kind = 'correction' and state = 'waiting'"],
    ['an objection', 'points_objections', 'true'],
    ['a check that was published', 'hour_checks', 'cardinality(entry_ids) > 0'],
    ['an objection to a proof that waits', 'hour_objections', "state = 'open'"],
    ['points given away', 'points_transfers', "kind = 'donate'"],
  ])('have %s', async (_, from, where) => {
    expect(await count(from, where)).toBeGreaterThan(0);
  });
});
