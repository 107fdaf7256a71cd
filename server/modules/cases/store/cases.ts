// SQL of the case itself.
import { type Insertable, sql } from 'kysely';
import { terminals } from '#contract/cases/machine.ts';
import type { Context } from '#kernel/context.ts';
import type { Tables } from '#kernel/database/tables.ts';
import { Problem } from '#kernel/problem.ts';
import type { CaseClock } from '../clocks/count.ts';
import { saveSearch } from './search.ts';
import { savingClocks } from './timers.ts';

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

const farAway = '9999-12-31T00:00:00Z';
export const dueOrder = (dueAt: string | Date | null): string | Date => dueAt ?? farAway;

export type Generated = 'community_path' | 'is_open' | 'sla' | 'due_fixed' | 'inner_due_at';

export type Columns = Partial<
  Omit<CaseRow, Generated | 'street_id' | 'id' | 'number' | 'version' | 'kind_rules'>
>;

/** What a step writes: the columns and the line of the timeline. */
export interface Written {
  columns: Columns;
  step: Omit<Insertable<Tables['case_steps']>, 'street_id' | 'case_id'>;
  clocks: readonly CaseClock[];
}

/**
 * The case, its line and its clocks in one statement, when the case still has this version; false, and nothing
 * written, when somebody was faster.
 */
export async function writeStep(context: Context, row: CaseRow, written: Written): Promise<boolean> {
  const { columns, step, clocks } = written;
  const { streetId } = context;
  const moving = context.db
    .updateTable('cases')
    .set({
      ...columns,
      ...(columns.due_at !== undefined ? { due_order: dueOrder(columns.due_at) } : {}),
      version: row.version + 1,
    })
    .where('street_id', '=', streetId)
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .returning(['street_id', 'id']);
  const { rows } = await sql<{ id: string }>`
    with moved as (${moving}),
    told as (
      insert into case_steps (street_id, case_id, seq, event_id, at, name, actor_id, actor_name, role, from_status,
        to_status, round, note, data, device_at)
      select street_id, id, ${step.seq}::integer, ${step.event_id}::uuid, ${step.at}::timestamptz, ${step.name}::text,
        ${step.actor_id}::text, ${step.actor_name}::text, ${step.role}::text, ${step.from_status}::text,
        ${step.to_status}::text, ${step.round}::integer, ${step.note}::text, ${step.data}::jsonb,
        ${step.device_at}::timestamptz
      from moved
    ), ticking as (${clocks.length > 0 ? savingClocks(clocks) : sql`select`})
    select id from moved`.execute(context.db);
  if (rows.length !== 1) return false;
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
