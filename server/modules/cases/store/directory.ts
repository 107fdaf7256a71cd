// SQL of the dispatch directory (派单目录).
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { z } from 'zod';
import type { listDirectory } from '#contract/cases/duty/endpoints.ts';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { countMax, decodeCursor } from '#kernel/cursor.ts';
import type { Tables } from '#kernel/database/tables.ts';
import { Problem } from '#kernel/problem.ts';
import type { DispatchDirectoryTable, NamedUnit } from '../intakeTables.ts';

export type EntryRow = Awaited<ReturnType<typeof getEntryRow>>;
export type EntryColumns = Omit<EntryRow, 'street_id' | 'id' | 'updated_at' | 'updated_by' | 'version'>;
type Filter = Partial<z.output<typeof listDirectory.query>>;

/** @throws Problem 404 `input.id_unknown` */
export async function getEntryRow(context: Context, entryId: string) {
  const row = await context.db
    .selectFrom('dispatch_directory')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('id', '=', entryId)
    .executeTakeFirst();
  if (!row) throw new Problem('input.id_unknown', 404);
  return row;
}

type Build = ExpressionBuilder<Tables & { e: DispatchDirectoryTable }, 'e'>;

/** One row more than `limit`, by matter and place. */
export async function listEntryRows(
  context: Context,
  filter: Filter & { limit: number },
): Promise<EntryRow[]> {
  let query = context.db
    .selectFrom('dispatch_directory as e')
    .selectAll('e')
    .where('e.street_id', '=', context.streetId)
    .where((build) => matching(context, build, filter));
  const after = decodeCursor(filter.cursor, 3);
  if (after)
    query = query.where(
      sql<SqlBool>`(e.matter_code, e.area_path, e.id::text) > (${after[0]}, ${after[1]}, ${after[2]})`,
    );
  return await query
    .orderBy('e.matter_code')
    .orderBy('e.area_path')
    .orderBy(sql`e.id::text`)
    .limit(filter.limit + 1)
    .execute();
}

export const entryCursor = (row: EntryRow) => [row.matter_code, row.area_path, row.id];

export async function countEntries(context: Context, filter: Filter): Promise<number> {
  const { count } = await context.db
    .selectFrom((from) =>
      from
        .selectFrom('dispatch_directory as e')
        .select('e.id')
        .where('e.street_id', '=', context.streetId)
        .where((build) => matching(context, build, filter))
        .limit(countMax + 1)
        .as('found'),
    )
    .select((build) => build.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

function matching(context: Context, build: Build, filter: Filter): Expression<SqlBool> {
  const all: Expression<SqlBool>[] = [];
  if (!filter.ended)
    all.push(build.or([build('e.valid_to', 'is', null), build('e.valid_to', '>=', dayOf(context.now))]));
  if (filter.matterCode) all.push(sql<SqlBool>`starts_with(e.matter_code, ${filter.matterCode})`);
  if (filter.search) all.push(sql<SqlBool>`strpos(e.rule, ${filter.search}) > 0`);
  if (filter.unitId)
    all.push(
      build.or([
        build('e.lead_id', '=', filter.unitId),
        sql<SqlBool>`e.helpers @> ${JSON.stringify([{ unitId: filter.unitId }])}::jsonb`,
      ]),
    );
  return build.and(all);
}

/** Entries that hold today for the matter at the place: finest matter first, then nearest place. */
export async function entriesFor(
  context: Context,
  matterCode: string,
  areaPath: string,
): Promise<EntryRow[]> {
  const today = dayOf(context.now);
  return await context.db
    .selectFrom('dispatch_directory as e')
    .selectAll('e')
    .where('e.street_id', '=', context.streetId)
    .where(sql<SqlBool>`starts_with(${matterCode}, e.matter_code)`)
    .where(sql<SqlBool>`starts_with(${areaPath}, e.area_path)`)
    .where('e.valid_from', '<=', today)
    .where((build) => build.or([build('e.valid_to', 'is', null), build('e.valid_to', '>=', today)]))
    .orderBy(sql`length(e.matter_code)`, 'desc')
    .orderBy(sql`length(e.area_path)`, 'desc')
    .limit(20)
    .execute();
}

/** Other entries of the same matter and place whose days overlap. */
export async function findOverlap(
  context: Context,
  entry: Pick<EntryColumns, 'matter_code' | 'area_path' | 'valid_from' | 'valid_to'>,
  exceptId: string | null,
): Promise<{ id: string } | undefined> {
  let query = context.db
    .selectFrom('dispatch_directory')
    .select('id')
    .where('street_id', '=', context.streetId)
    .where('matter_code', '=', entry.matter_code)
    .where('area_path', '=', entry.area_path)
    .where((build) => build.or([build('valid_to', 'is', null), build('valid_to', '>=', entry.valid_from)]));
  if (entry.valid_to) query = query.where('valid_from', '<=', entry.valid_to);
  if (exceptId) query = query.where('id', '!=', exceptId);
  return await query.limit(1).executeTakeFirst();
}

type Written = Omit<EntryColumns, 'helpers'> & { helpers: readonly NamedUnit[] };

export async function insertEntry(context: Context, id: string, entry: Written): Promise<void> {
  await context.db
    .insertInto('dispatch_directory')
    .values({
      ...entry,
      helpers: JSON.stringify(entry.helpers),
      street_id: context.streetId,
      id,
      updated_at: context.now,
      updated_by: context.actor.displayName,
      version: 1,
    })
    .execute();
}

/** False when somebody was faster. */
export async function updateEntry(
  context: Context,
  id: string,
  version: number,
  { helpers, ...columns }: Partial<Written>,
): Promise<boolean> {
  const written = await context.db
    .updateTable('dispatch_directory')
    .set({
      ...columns,
      ...(helpers ? { helpers: JSON.stringify(helpers) } : {}),
      updated_at: context.now,
      updated_by: context.actor.displayName,
      version: version + 1,
    })
    .where('street_id', '=', context.streetId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return written.numUpdatedRows === 1n;
}

/** Entries below a place that has moved follow it. */
export async function moveEntries(context: Context, fromPath: string, toPath: string): Promise<void> {
  await context.db
    .updateTable('dispatch_directory')
    .set({ area_path: sql<string>`${toPath} || substr(area_path, ${fromPath.length + 1}::integer)` })
    .where('street_id', '=', context.streetId)
    .where(sql<boolean>`starts_with(area_path, ${fromPath})`)
    .execute();
}
