// SQL of what belongs to a case: steps, requesters, units, signatures, contacts, timers.
import { type Insertable, sql } from 'kysely';
import type { CaseFile } from '#contract/cases/field/records.ts';
import type { Context } from '#kernel/context.ts';
import type { Tables } from '#kernel/database/tables.ts';

type New<Table extends keyof Tables> = Omit<Insertable<Tables[Table]>, 'street_id'>;
export type StepRow = Awaited<ReturnType<typeof stepsOf>>[number];
export type AssignmentRow = Awaited<ReturnType<typeof assignmentsOf>>[number];
export type RequesterRow = Awaited<ReturnType<typeof requestersOf>>[number];

export async function stepsOf(context: Context, caseId: string) {
  return await context.db
    .selectFrom('case_steps')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('case_id', '=', caseId)
    .orderBy('seq')
    .execute();
}

export async function insertRequester(context: Context, row: New<'case_requesters'>): Promise<void> {
  await context.db
    .insertInto('case_requesters')
    .values({ ...row, street_id: context.streetId })
    .execute();
}

export async function requestersOf(context: Context, caseId: string) {
  return await context.db
    .selectFrom('case_requesters')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('case_id', '=', caseId)
    .orderBy('added_at')
    .orderBy('id')
    .execute();
}

/** Requesters of a case that was merged stay theirs and are told by the other case as well. */
export async function copyRequesters(
  context: Context,
  fromCaseId: string,
  toCaseId: string,
): Promise<number> {
  const rows = await requestersOf(context, fromCaseId);
  for (const row of rows)
    await insertRequester(context, { ...row, id: context.newId(), case_id: toCaseId, way: 'merge' });
  return rows.length;
}

export async function insertAssignment(context: Context, row: New<'case_assignments'>): Promise<void> {
  await context.db
    .insertInto('case_assignments')
    .values({ ...row, street_id: context.streetId })
    .execute();
}

export async function assignmentsOf(context: Context, caseId: string) {
  return await context.db
    .selectFrom('case_assignments')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('case_id', '=', caseId)
    .orderBy('assigned_at')
    .orderBy('id')
    .execute();
}

export async function updateAssignments(
  context: Context,
  caseId: string,
  columns: { status: AssignmentRow['status']; report?: string; due_at?: string | null },
  which: { id?: string; role?: AssignmentRow['role']; statuses?: readonly AssignmentRow['status'][] },
): Promise<void> {
  let update = context.db
    .updateTable('case_assignments')
    .set(columns)
    .where('street_id', '=', context.streetId)
    .where('case_id', '=', caseId)
    .where('status', '!=', 'ended');
  if (which.id) update = update.where('id', '=', which.id);
  if (which.role) update = update.where('role', '=', which.role);
  if (which.statuses) update = update.where('status', 'in', [...which.statuses]);
  await update.execute();
}

export async function insertSignature(context: Context, row: New<'case_signatures'>): Promise<void> {
  await context.db
    .insertInto('case_signatures')
    .values({ ...row, street_id: context.streetId })
    .execute();
}

export async function signaturesOf(context: Context, caseId: string) {
  return await context.db
    .selectFrom('case_signatures')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('case_id', '=', caseId)
    .orderBy('round')
    .orderBy('level')
    .execute();
}

export async function insertContact(context: Context, row: New<'case_contacts'>): Promise<void> {
  await context.db
    .insertInto('case_contacts')
    .values({ ...row, street_id: context.streetId })
    .execute();
}

export async function contactsOf(context: Context, caseId: string) {
  return await context.db
    .selectFrom('case_contacts')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('case_id', '=', caseId)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

/** Photos and recordings of a case, in the order they were taken in. */
export async function filesOf(context: Context, caseId: string): Promise<CaseFile[]> {
  const rows = await context.db
    .selectFrom('files')
    .select(['id', 'media_type', 'phase', 'taken_at'])
    .where('street_id', '=', context.streetId)
    .where('subject_module', '=', 'cases')
    .where(sql<boolean>`subject_id = ${caseId}`)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    fileId: row.id,
    mediaType: row.media_type,
    phase: row.phase,
    takenAt: row.taken_at,
  }));
}
