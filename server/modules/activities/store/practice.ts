import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { Tables } from '#kernel/database/tables.ts';
import { Problem } from '#kernel/problem.ts';
import { inAreas } from '#kernel/scope.ts';

export type PracticeRow = Awaited<ReturnType<typeof getPracticeRow>>;

/** @throws Problem 404 `input.id_unknown` */
export async function getPracticeRow(context: Context, listId: string) {
  const row = await context.db
    .selectFrom('practice_lists')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('id', '=', listId)
    .executeTakeFirst();
  if (!row) throw new Problem('input.id_unknown', 404);
  return row;
}

export async function practiceBelow(context: Context, paths: readonly string[]) {
  return await context.db
    .selectFrom('practice_lists')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where(inAreas('area_path', paths))
    .orderBy('made_at', 'desc')
    .limit(100)
    .execute();
}

/** Published lists that reach a place: of it, and of every place around it. */
export async function practiceReaching(context: Context, paths: readonly string[]) {
  return await context.db
    .selectFrom('practice_lists')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('state', '=', 'published')
    .where(
      sql<boolean>`exists (select 1 from unnest(${[...paths]}::text[]) p where starts_with(p, area_path))`,
    )
    .orderBy('made_at', 'desc')
    .limit(20)
    .execute();
}

export async function partsOf(context: Context, listIds: readonly string[]) {
  if (listIds.length === 0) return { items: [], classes: [], confirmations: [] };
  const read = <Table extends 'practice_items' | 'class_counts' | 'class_confirmations'>(table: Table) =>
    context.db
      .selectFrom(table as 'practice_items')
      .selectAll()
      .where('street_id', '=', context.streetId)
      .where('list_id', 'in', [...listIds])
      .limit(2000)
      .execute() as unknown as Promise<Tables[Table][]>;
  const items = await read('practice_items');
  return {
    items: items.toSorted((a, b) => a.position - b.position),
    classes: await read('class_counts'),
    confirmations: await read('class_confirmations'),
  };
}

type Written = Pick<Tables['practice_lists'], 'term' | 'title' | 'foreword' | 'area_id' | 'area_path'>;

export async function insertPractice(context: Context, id: string, columns: Written): Promise<void> {
  await context.db
    .insertInto('practice_lists')
    .values({
      ...columns,
      street_id: context.streetId,
      id,
      state: 'draft',
      made_at: context.now,
      updated_by: context.actor.accountId ?? 'system',
      version: 1,
    })
    .execute();
}

export async function updatePractice(
  context: Context,
  listId: string,
  version: number,
  columns: Partial<Written> & { state?: 'published'; published_at?: Date },
): Promise<boolean> {
  const written = await context.db
    .updateTable('practice_lists')
    .set({ ...columns, updated_by: context.actor.accountId ?? 'system', version: version + 1 })
    .where('street_id', '=', context.streetId)
    .where('id', '=', listId)
    .where('version', '=', version)
    .executeTakeFirst();
  return written.numUpdatedRows === 1n;
}

export async function replaceItems(
  context: Context,
  listId: string,
  items: readonly Pick<Tables['practice_items'], 'title' | 'hours_text' | 'programme_id' | 'activity_id'>[],
): Promise<void> {
  await context.db
    .deleteFrom('practice_items')
    .where('street_id', '=', context.streetId)
    .where('list_id', '=', listId)
    .execute();
  if (items.length === 0) return;
  await context.db
    .insertInto('practice_items')
    .values(
      items.map((item, position) => ({ ...item, street_id: context.streetId, list_id: listId, position })),
    )
    .execute();
}

/** A second report of a class replaces the first. */
export async function saveClass(
  context: Context,
  row: Pick<Tables['class_counts'], 'list_id' | 'area_id' | 'area_path' | 'class_name' | 'pupils'>,
): Promise<void> {
  const told = { pupils: row.pupils, reported_by: context.actor.accountId ?? '', reported_at: context.now };
  await context.db
    .insertInto('class_counts')
    .values({ ...row, ...told, street_id: context.streetId })
    .onConflict((conflict) =>
      conflict.columns(['street_id', 'list_id', 'area_id', 'class_name']).doUpdateSet(told),
    )
    .execute();
}

export async function saveHours(
  context: Context,
  row: Pick<Tables['class_confirmations'], 'list_id' | 'area_path' | 'class_name' | 'nickname' | 'hours'>,
): Promise<void> {
  const told = { hours: row.hours, confirmed_by: context.actor.accountId ?? '', confirmed_at: context.now };
  await context.db
    .insertInto('class_confirmations')
    .values({ ...row, ...told, street_id: context.streetId, id: context.newId() })
    .onConflict((conflict) => conflict.constraint('class_confirmations_once').doUpdateSet(told))
    .execute();
}

// Groups

export type GroupRow = Awaited<ReturnType<typeof getGroupRow>>;

/** @throws Problem 404 `input.id_unknown` */
export async function getGroupRow(context: Context, groupId: string) {
  const row = await context.db
    .selectFrom('groups')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('id', '=', groupId)
    .executeTakeFirst();
  if (!row) throw new Problem('input.id_unknown', 404);
  return row;
}

export async function groupsBelow(context: Context, paths: readonly string[]) {
  return await context.db
    .selectFrom('groups')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where(inAreas('area_path', paths))
    .orderBy('status')
    .orderBy('kind')
    .orderBy('name')
    .limit(500)
    .execute();
}

type GroupColumns = Omit<Tables['groups'], 'street_id' | 'id' | 'updated_by' | 'version'>;

export async function insertGroup(context: Context, id: string, columns: GroupColumns): Promise<void> {
  const updated_by = context.actor.accountId ?? 'system';
  await context.db
    .insertInto('groups')
    .values({ ...columns, street_id: context.streetId, id, updated_by, version: 1 })
    .execute();
}

export async function updateGroup(
  context: Context,
  groupId: string,
  version: number,
  columns: GroupColumns,
): Promise<boolean> {
  const written = await context.db
    .updateTable('groups')
    .set({ ...columns, updated_by: context.actor.accountId ?? 'system', version: version + 1 })
    .where('street_id', '=', context.streetId)
    .where('id', '=', groupId)
    .where('version', '=', version)
    .executeTakeFirst();
  return written.numUpdatedRows === 1n;
}
