import type { Selectable } from 'kysely';
import type { ReportReason } from '#contract/mutualhelp/codes.ts';
import type { Context } from '#kernel/context.ts';
import type { Tables } from '#kernel/database/tables.ts';

export type ReportRow = Selectable<Tables['help_reports']>;

/** False when this person has reported it before. */
export async function insertReport(
  context: Context,
  report: { askId: string; reporterId: string; reason: ReportReason; note: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await context.db
    .insertInto('help_reports')
    .values({
      street_id: context.streetId,
      id: context.newId(),
      ask_id: report.askId,
      reporter_id: report.reporterId,
      reason: report.reason,
      note: report.note,
      reported_at: context.now,
      closed_by: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows ?? 0) > 0;
}

export async function reportsOf(context: Context, askIds: readonly string[]): Promise<ReportRow[]> {
  if (askIds.length === 0) return [];
  return await context.db
    .selectFrom('help_reports')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('ask_id', 'in', [...askIds])
    .orderBy('reported_at')
    .execute();
}

/** How many open ones were closed. */
export async function closeReportRows(context: Context, askId: string, by: string): Promise<number> {
  const written = await context.db
    .updateTable('help_reports')
    .set({ closed_at: context.now, closed_by: by })
    .where('street_id', '=', context.streetId)
    .where('ask_id', '=', askId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return Number(written.numUpdatedRows);
}
