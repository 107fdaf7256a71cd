// SQL of the duty list (责任清单).
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { z } from 'zod';
import type { dutyFilter } from '#contract/cases/duty/endpoints.ts';
import type { Context } from '#kernel/context.ts';
import { countMax, decodeCursor } from '#kernel/cursor.ts';
import type { Tables } from '#kernel/database/tables.ts';
import { Problem } from '#kernel/problem.ts';
import { contains, grams } from '#kernel/search/bigrams.ts';
import type { DutyItemsTable } from '../intakeTables.ts';

export type DutyRow = Awaited<ReturnType<typeof getDutyRow>>;
export type DutyFilter = z.output<typeof dutyFilter>;
export type DutyColumns = Omit<
  DutyRow,
  'street_id' | 'id' | 'search' | 'retired' | 'updated_at' | 'updated_by' | 'version'
>;

/** @throws Problem 404 `input.id_unknown` */
export async function getDutyRow(context: Context, dutyItemId: string) {
  const row = await context.db
    .selectFrom('duty_items')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('id', '=', dutyItemId)
    .executeTakeFirst();
  if (!row) throw new Problem('input.id_unknown', 404);
  return row;
}

type Build = ExpressionBuilder<Tables & { d: DutyItemsTable }, 'd'>;

/** One row more than `limit`, by code. */
export async function listDutyRows(
  context: Context,
  filter: DutyFilter & { cursor?: string | undefined; limit: number },
): Promise<DutyRow[]> {
  let query = context.db
    .selectFrom('duty_items as d')
    .selectAll('d')
    .where('d.street_id', '=', context.streetId)
    .where((build) => matching(build, filter));
  const after = decodeCursor(filter.cursor, 1);
  if (after) query = query.where('d.code', '>', String(after[0]));
  return await query
    .orderBy('d.code')
    .limit(filter.limit + 1)
    .execute();
}

export async function countDutyItems(context: Context, filter: DutyFilter): Promise<number> {
  const { count } = await context.db
    .selectFrom((from) =>
      from
        .selectFrom('duty_items as d')
        .select('d.id')
        .where('d.street_id', '=', context.streetId)
        .where((build) => matching(build, filter))
        .limit(countMax + 1)
        .as('found'),
    )
    .select((build) => build.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

function matching(build: Build, filter: DutyFilter): Expression<SqlBool> {
  const all: Expression<SqlBool>[] = [build('d.retired', '=', filter.retired ?? false)];
  if (filter.communityDuty) all.push(build('d.community_duty', '=', filter.communityDuty));
  if (filter.ownerId) all.push(build('d.owner_id', '=', filter.ownerId));
  if (filter.ownerless) all.push(build('d.owner_name', 'is', null));
  if (filter.matterCode)
    all.push(
      sql<SqlBool>`exists (select 1 from unnest(d.matter_codes) as of(code)
        where starts_with(of.code, ${filter.matterCode}))`,
    );
  if (filter.search)
    all.push(
      build.or([
        build('d.code', '=', filter.search),
        ...(['d.text', 'd.owner_name', 'd.basis'] as const).map((column) =>
          contains(column, 'd.search', filter.search ?? ''),
        ),
      ]),
    );
  return build.and(all);
}

export async function countDuties(context: Context) {
  return await context.db
    .selectFrom('duty_items')
    .select([
      'community_duty',
      (build) => build.fn.countAll<number>().as('count'),
      sql<number>`count(*) filter (where owner_name is null)`.as('ownerless'),
      sql<number>`count(*) filter (where cardinality(matter_codes) = 0)`.as('matterless'),
    ])
    .where('street_id', '=', context.streetId)
    .where('retired', '=', false)
    .groupBy('community_duty')
    .orderBy('community_duty')
    .execute();
}

export async function dutiesByCodes(context: Context, codes: readonly string[]): Promise<DutyRow[]> {
  if (codes.length === 0) return [];
  return await context.db
    .selectFrom('duty_items')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('code', 'in', [...codes])
    .execute();
}

export async function dutiesByIds(context: Context, ids: readonly string[]): Promise<DutyRow[]> {
  if (ids.length === 0) return [];
  return await context.db
    .selectFrom('duty_items')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('id', 'in', [...ids])
    .execute();
}

/** Duties in use that name the matter itself, before those that name its branch. */
export async function dutiesOfMatter(context: Context, matterCode: string): Promise<DutyRow[]> {
  return await context.db
    .selectFrom('duty_items')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('retired', '=', false)
    .where(
      sql<SqlBool>`exists (select 1 from unnest(matter_codes) as of(code)
        where starts_with(${matterCode}, of.code))`,
    )
    .orderBy(sql`${matterCode} = any(matter_codes)`, 'desc')
    .orderBy('code')
    .limit(50)
    .execute();
}

const searchOf = (columns: DutyColumns) =>
  grams(`${columns.text} ${columns.owner_name ?? ''} ${columns.basis ?? ''}`);

const rowsPerStatement = 500;

export async function insertDuties(
  context: Context,
  rows: readonly (DutyColumns & { id: string })[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsPerStatement)
    await context.db
      .insertInto('duty_items')
      .values(
        rows.slice(at, at + rowsPerStatement).map((row) => ({
          ...row,
          street_id: context.streetId,
          search: searchOf(row),
          retired: false,
          updated_at: context.now,
          updated_by: context.actor.displayName,
          version: 1,
        })),
      )
      .execute();
}

/** False when somebody was faster. */
export async function updateDuty(
  context: Context,
  row: DutyRow,
  version: number,
  columns: Partial<DutyColumns> & { retired?: boolean },
): Promise<boolean> {
  const written = await context.db
    .updateTable('duty_items')
    .set({
      ...columns,
      search: searchOf({ ...row, ...columns }),
      updated_at: context.now,
      updated_by: context.actor.displayName,
      version: version + 1,
    })
    .where('street_id', '=', context.streetId)
    .where('id', '=', row.id)
    .where('version', '=', version)
    .executeTakeFirst();
  return written.numUpdatedRows === 1n;
}
