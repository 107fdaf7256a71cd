import type { Context } from '#kernel/context.ts';

/** What an erased person wrote and offered goes; that something was asked and given stays as a figure. */
export async function forgetPerson(context: Context, personId: string): Promise<void> {
  for (const table of ['help_offers', 'help_agreements', 'help_team_members'] as const)
    await context.db
      .deleteFrom(table)
      .where('street_id', '=', context.streetId)
      .where('person_id', '=', personId)
      .execute();
  await context.db
    .updateTable('help_team_members')
    .set({ mentor_id: null, mentor_state: null })
    .where('street_id', '=', context.streetId)
    .where('mentor_id', '=', personId)
    .execute();
  await context.db
    .updateTable('help_asks')
    .set((is) => ({ text: '', thanks: null, home_path: is.ref('area_path') }))
    .where('street_id', '=', context.streetId)
    .where('asker_id', '=', personId)
    .execute();
  await context.db
    .updateTable('help_reports')
    .set({ note: '' })
    .where('street_id', '=', context.streetId)
    .where('reporter_id', '=', personId)
    .execute();
}
