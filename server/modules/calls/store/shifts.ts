import type { Selectable } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { Tables } from '#kernel/database/tables.ts';
import { inAreas } from '#kernel/scope.ts';

export type ShiftRow = Selectable<Tables['duty_shifts']>;

const shifts = (context: Context) =>
  context.db.selectFrom('duty_shifts').selectAll().where('street_id', '=', context.streetId);

export async function insertShift(context: Context, row: Omit<ShiftRow, 'street_id'>): Promise<void> {
  await context.db
    .insertInto('duty_shifts')
    .values({ street_id: context.streetId, ...row })
    .execute();
}

export async function shiftsOn(
  context: Context,
  span: { from: Date; to: Date },
  paths: readonly string[],
): Promise<ShiftRow[]> {
  return await shifts(context)
    .where(inAreas('area_path', paths))
    .where('starts_at', '<', span.to.toISOString())
    .where('ends_at', '>', span.from.toISOString())
    .orderBy('starts_at')
    .orderBy('id')
    .limit(200)
    .execute();
}

export async function shiftsOfPlans(context: Context, planIds: readonly string[]): Promise<ShiftRow[]> {
  if (planIds.length === 0) return [];
  return await shifts(context)
    .where('plan_id', 'in', [...new Set(planIds)])
    .orderBy('starts_at')
    .execute();
}

export async function lockShift(context: Context, shiftId: string): Promise<ShiftRow | undefined> {
  return await shifts(context).where('id', '=', shiftId).forUpdate().executeTakeFirst();
}

export async function saveHandover(
  context: Context,
  shiftId: string,
  given: { handover: string; handed_over_by: string },
): Promise<void> {
  await context.db
    .updateTable('duty_shifts')
    .set((is) => ({ ...given, handed_over_at: context.now, version: is('version', '+', 1) }))
    .where('street_id', '=', context.streetId)
    .where('id', '=', shiftId)
    .execute();
}
