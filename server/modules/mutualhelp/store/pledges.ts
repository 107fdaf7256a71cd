import type { Selectable } from 'kysely';
import type { PledgeState } from '#contract/mutualhelp/codes.ts';
import type { Context } from '#kernel/context.ts';
import type { Tables } from '#kernel/database/tables.ts';

export type PledgeRow = Selectable<Tables['help_pledges']>;

export async function pledgesOf(context: Context, askIds: readonly string[]): Promise<PledgeRow[]> {
  if (askIds.length === 0) return [];
  return await context.db
    .selectFrom('help_pledges')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('ask_id', 'in', [...askIds])
    .orderBy('pledged_at')
    .orderBy('id')
    .execute();
}

/** A pledge, new or renewed by somebody who had withdrawn. */
export async function savePledge(context: Context, askId: string, helperId: string): Promise<string> {
  const { id } = await context.db
    .insertInto('help_pledges')
    .values({
      street_id: context.streetId,
      id: context.newId(),
      ask_id: askId,
      helper_id: helperId,
      state: 'offered',
      hold_id: null,
      pledged_at: context.now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['street_id', 'ask_id', 'helper_id'])
        .doUpdateSet({ state: 'offered', hold_id: null, pledged_at: context.now, agreed_at: null }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function setPledge(
  context: Context,
  pledgeId: string,
  change: { state: PledgeState; hold_id?: string | null; agreed_at?: Date },
): Promise<void> {
  await context.db
    .updateTable('help_pledges')
    .set(change)
    .where('street_id', '=', context.streetId)
    .where('id', '=', pledgeId)
    .execute();
}

/** Who still waits for an answer is told that others were taken. */
export async function passOthers(context: Context, askId: string): Promise<void> {
  await context.db
    .updateTable('help_pledges')
    .set({ state: 'passed' })
    .where('street_id', '=', context.streetId)
    .where('ask_id', '=', askId)
    .where('state', '=', 'offered')
    .execute();
}

/** Person → how often neighbours thanked them; who was never thanked is missing. */
export async function thankedCounts(
  context: Context,
  personIds: readonly string[],
): Promise<Map<string, number>> {
  if (personIds.length === 0) return new Map();
  const rows = await context.db
    .selectFrom('help_pledges')
    .select(['helper_id', (build) => build.fn.countAll<number>().as('count')])
    .where('street_id', '=', context.streetId)
    .where('helper_id', 'in', [...personIds])
    .where('state', '=', 'thanked')
    .groupBy('helper_id')
    .execute();
  return new Map(rows.map((row) => [row.helper_id, Number(row.count)]));
}
