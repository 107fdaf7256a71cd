import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';

const placed = [
  'occurrence_keys',
  'scans',
  'hours_entries',
  'hour_requests',
  'hour_checks',
  'hour_objections',
] as const;

/** Records below a place that moved go with it. */
export async function moveSubtree(context: Context, from: string, to: string): Promise<void> {
  for (const table of placed) {
    await context.db
      .updateTable(table)
      .set({ area_path: sql<string>`${to} || substr(area_path, ${from.length + 1}::integer)` })
      .where('street_id', '=', context.streetId)
      .where(sql<boolean>`starts_with(area_path, ${from})`)
      .execute();
  }
}

/** What an erased person said against a notice goes; that something was said stays. */
export async function forgetObjections(context: Context, personId: string): Promise<void> {
  await context.db
    .updateTable('hour_objections')
    .set({ text: '' })
    .where('street_id', '=', context.streetId)
    .where('made_by_person', '=', personId)
    .execute();
}
