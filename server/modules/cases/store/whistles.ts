// SQL of whistles: who blew, who answers, how each side judged the other.
import type { Insertable } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { Tables } from '#kernel/database/tables.ts';
import { Problem } from '#kernel/problem.ts';
import '../jointTables.ts';

type New<Table extends keyof Tables> = Omit<Insertable<Tables[Table]>, 'street_id'>;
export type WhistleRow = Awaited<ReturnType<typeof getWhistleRow>>;
export type ResponseRow = Awaited<ReturnType<typeof responsesOf>>[number];
export type EvaluationRow = Awaited<ReturnType<typeof evaluationsOf>>[number];

export async function insertWhistle(context: Context, row: New<'case_whistles'>): Promise<void> {
  await context.db
    .insertInto('case_whistles')
    .values({ ...row, street_id: context.streetId })
    .execute();
}

/** @throws Problem 404 `input.id_unknown` when the case is no whistle. */
export async function getWhistleRow(context: Context, caseId: string) {
  const row = await context.db
    .selectFrom('case_whistles')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  if (!row) throw new Problem('input.id_unknown', 404);
  return row;
}

export async function updateWhistle(
  context: Context,
  caseId: string,
  columns: Pick<WhistleRow, 'approval' | 'approved_by_name'> & { approved_at: Date },
): Promise<void> {
  await context.db
    .updateTable('case_whistles')
    .set(columns)
    .where('street_id', '=', context.streetId)
    .where('case_id', '=', caseId)
    .execute();
}

/** Whistles blown for a case, in the order they were blown. */
export async function whistlesOf(context: Context, parentId: string) {
  return await context.db
    .selectFrom('case_whistles as w')
    .innerJoin('cases as c', (join) =>
      join
        .onRef('c.street_id', '=', 'w.street_id')
        .onRef('c.id', '=', 'w.case_id')
        .on('c.street_id', '=', context.streetId),
    )
    .select(['c.id', 'c.number', 'c.title', 'c.status', 'c.area_path', 'w.whistle_type', 'w.called'])
    .where('w.street_id', '=', context.streetId)
    .where('w.parent_id', '=', parentId)
    .orderBy('w.blown_at')
    .execute();
}

export async function insertResponse(context: Context, row: New<'case_responses'>): Promise<void> {
  await context.db
    .insertInto('case_responses')
    .values({ ...row, street_id: context.streetId })
    .execute();
}

export async function responsesOf(context: Context, caseId: string) {
  return await context.db
    .selectFrom('case_responses')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('case_id', '=', caseId)
    .execute();
}

export async function updateResponse(
  context: Context,
  assignmentId: string,
  columns: Partial<Record<'acknowledged_at' | 'arrived_at' | 'reported_at', Date>>,
): Promise<void> {
  await context.db
    .updateTable('case_responses')
    .set(columns)
    .where('street_id', '=', context.streetId)
    .where('assignment_id', '=', assignmentId)
    .execute();
}

export async function insertEvaluation(context: Context, row: New<'case_evaluations'>): Promise<void> {
  await context.db
    .insertInto('case_evaluations')
    .values({ ...row, street_id: context.streetId })
    .execute();
}

export async function evaluationsOf(context: Context, caseId: string) {
  return await context.db
    .selectFrom('case_evaluations')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('case_id', '=', caseId)
    .execute();
}
