// SQL of deeds and what they earned, and of points owed back.
import type { Insertable } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { Tables } from '#kernel/database/tables.ts';
import type { Owed } from '../rules.ts';

export type EarningRow = NonNullable<Awaited<ReturnType<typeof findEarning>>>;
type NewEarning = Omit<Insertable<Tables['points_earnings']>, 'street_id' | 'id' | 'at'>;

export async function findEarning(context: Context, source: string, evidenceId: string) {
  return await context.db
    .selectFrom('points_earnings')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('source', '=', source)
    .where('evidence_id', '=', evidenceId)
    .executeTakeFirst();
}

/** Everything a deed and its corrections earned, in order. */
export async function earningsOfRoot(context: Context, rootId: string): Promise<EarningRow[]> {
  return await context.db
    .selectFrom('points_earnings')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('root_id', '=', rootId)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

/** The first of a chain of corrections to which this evidence belongs. */
export async function rootOf(context: Context, evidenceId: string): Promise<string | undefined> {
  const row = await context.db
    .selectFrom('points_earnings')
    .select('root_id')
    .where('street_id', '=', context.streetId)
    .where('evidence_id', '=', evidenceId)
    .where('source', 'like', 'hours%')
    .executeTakeFirst();
  return row?.root_id;
}

export async function insertEarning(context: Context, earning: NewEarning): Promise<string> {
  const id = context.newId();
  await context.db
    .insertInto('points_earnings')
    .values({ ...earning, street_id: context.streetId, id, at: context.now })
    .execute();
  return id;
}

export async function settleEarning(
  context: Context,
  id: string,
  set: { outcome: string; amount: number; transfer_id?: string | null },
): Promise<void> {
  await context.db
    .updateTable('points_earnings')
    .set(set)
    .where('street_id', '=', context.streetId)
    .where('id', '=', id)
    .execute();
}

/** What an account still owes, oldest first. */
export async function owedBy(context: Context, accountId: string): Promise<Owed[]> {
  const rows = await context.db
    .selectFrom('points_recoveries')
    .select(['id', 'due', 'recovered'])
    .where('street_id', '=', context.streetId)
    .where('account_id', '=', accountId)
    .where('closed_at', 'is', null)
    .orderBy('opened_at')
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(({ id, due, recovered }) => ({ id, open: due - recovered }));
}

export async function openRecovery(
  context: Context,
  recovery: { id: string; account_id: string; root_id: string; due: number },
): Promise<void> {
  await context.db
    .insertInto('points_recoveries')
    .values({
      ...recovery,
      street_id: context.streetId,
      recovered: 0,
      opened_at: context.now,
      closed_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Books what was kept back; a debt paid in full is closed. */
export async function recover(context: Context, owed: readonly Owed[], kept: readonly Owed[]): Promise<void> {
  for (const { id, open } of kept) {
    const isPaid = owed.some((debt) => debt.id === id && debt.open === open);
    await context.db
      .updateTable('points_recoveries')
      .set((eb) => ({
        recovered: eb('recovered', '+', open),
        ...(isPaid ? { closed_at: context.now } : {}),
      }))
      .where('street_id', '=', context.streetId)
      .where('id', '=', id)
      .execute();
  }
}
