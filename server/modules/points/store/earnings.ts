// SQL of deeds and what they earned, and of points owed back.
import type { Insertable, Selectable } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { insertMany } from '#kernel/database/insertMany.ts';
import type { Tables } from '#kernel/database/tables.ts';
import type { Owed } from '../rules.ts';

export type EarningRow = Selectable<Tables['points_earnings']>;
export type NewEarning = Omit<Insertable<Tables['points_earnings']>, 'street_id' | 'id' | 'at'>;

/** What was heard of before, by source and evidence; some of other pairs may be among them. */
export async function findEarnings(
  context: Context,
  deeds: readonly { source: string; evidence: string }[],
): Promise<EarningRow[]> {
  if (deeds.length === 0) return [];
  return await context.db
    .selectFrom('points_earnings')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('source', 'in', [...new Set(deeds.map(({ source }) => source))])
    .where(
      'evidence_id',
      'in',
      deeds.map(({ evidence }) => evidence),
    )
    .execute();
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

export async function insertEarnings(context: Context, earnings: readonly NewEarning[]): Promise<void> {
  const rows = earnings.map((earning) => ({ ...earning, id: context.newId(), at: context.now }));
  await insertMany(context, 'points_earnings', rows);
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

/** Which of these accounts owe something. */
export async function owingAmong(context: Context, accountIds: readonly string[]): Promise<Set<string>> {
  if (accountIds.length === 0) return new Set();
  const rows = await context.db
    .selectFrom('points_recoveries')
    .select('account_id')
    .where('street_id', '=', context.streetId)
    .where('account_id', 'in', [...new Set(accountIds)])
    .where('closed_at', 'is', null)
    .execute();
  return new Set(rows.map(({ account_id }) => account_id));
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
