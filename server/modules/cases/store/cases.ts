// SQL of the case itself.
import { sql } from 'kysely';
import { terminals } from '#contract/cases/machine.ts';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { saveSearch } from './search.ts';

export type CaseRow = Awaited<ReturnType<typeof getCaseRow>>;

export async function findCaseRow(context: Context, caseId: string) {
  return await context.db
    .selectFrom('cases')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('id', '=', caseId)
    .executeTakeFirst();
}

/** @throws Problem 404 `input.id_unknown`, also for a case of another street. */
export async function getCaseRow(context: Context, caseId: string) {
  const row = await findCaseRow(context, caseId);
  if (!row) throw new Problem('input.id_unknown', 404);
  return row;
}

export async function findByNumber(context: Context, number: string) {
  return await context.db
    .selectFrom('cases')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('number', '=', number)
    .executeTakeFirst();
}

export async function findByExternalNumber(context: Context, externalNumber: string) {
  return await context.db
    .selectFrom('cases')
    .select('id')
    .where('street_id', '=', context.streetId)
    .where('external_number', '=', externalNumber)
    .executeTakeFirst();
}

/** The next number of today, `20261121-0037`; numbers of a street never repeat. */
export async function takeNumber(context: Context): Promise<string> {
  const day = dayOf(context.now);
  const { last } = await context.db
    .insertInto('case_numbers')
    .values({ street_id: context.streetId, day, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['street_id', 'day']).doUpdateSet({ last: sql<number>`case_numbers.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return `${day.replaceAll('-', '')}-${String(last).padStart(4, '0')}`;
}

const farAway = '9999-12-31T00:00:00Z';
export const dueOrder = (dueAt: string | Date | null): string | Date => dueAt ?? farAway;

type Generated = 'community_path' | 'is_open' | 'sla' | 'due_fixed' | 'inner_due_at';
export type NewCase = Omit<CaseRow, Generated | 'street_id' | 'due_order' | 'version' | 'steps'>;

export async function insertCase(context: Context, row: NewCase): Promise<void> {
  await context.db
    .insertInto('cases')
    .values({
      ...row,
      street_id: context.streetId,
      due_order: dueOrder(row.due_at),
      steps: 0,
      version: 1,
    })
    .execute();
  await saveSearch(context, row);
}

export type Columns = Partial<Omit<CaseRow, Generated | 'street_id' | 'id' | 'number' | 'version'>>;

/** Writes the columns when the case still has this version; false when somebody was faster. */
export async function updateCase(context: Context, row: CaseRow, columns: Columns): Promise<boolean> {
  const written = await context.db
    .updateTable('cases')
    .set({
      ...columns,
      ...(columns.due_at !== undefined ? { due_order: dueOrder(columns.due_at) } : {}),
      version: row.version + 1,
    })
    .where('street_id', '=', context.streetId)
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .executeTakeFirst();
  if (written.numUpdatedRows !== 1n) return false;
  if (searched.some((name) => columns[name] !== undefined)) await saveSearch(context, { ...row, ...columns });
  return true;
}

const searched = ['title', 'text', 'place_text'] as const;

/** Whistles blown for this case whose work is still open; evaluating may come later. */
export async function countOpenWhistles(context: Context, caseId: string): Promise<number> {
  const { count } = await context.db
    .selectFrom('cases')
    .select((build) => build.fn.countAll<number>().as('count'))
    .where('street_id', '=', context.streetId)
    .where('parent_id', '=', caseId)
    .where('kind', '=', 'whistle')
    .where('status', 'not in', [...terminals, 'resolved', 'confirming'])
    .executeTakeFirstOrThrow();
  return count;
}

/** Cases below a place that has moved follow it. */
export async function moveSubtree(context: Context, fromPath: string, toPath: string): Promise<void> {
  await context.db
    .updateTable('cases')
    .set({ area_path: sql<string>`${toPath} || substr(area_path, ${fromPath.length + 1}::integer)` })
    .where('street_id', '=', context.streetId)
    .where(sql<boolean>`starts_with(area_path, ${fromPath})`)
    .execute();
  await context.db
    .updateTable('case_assignments')
    .set({ unit_path: sql<string>`${toPath} || substr(unit_path, ${fromPath.length + 1}::integer)` })
    .where('street_id', '=', context.streetId)
    .where(sql<boolean>`starts_with(unit_path, ${fromPath})`)
    .execute();
}
