// SQL on guardians, consent and looks. Every query is led by the street.
import { type Insertable, type Selectable, sql } from 'kysely';
import type { ConsentPurpose } from '#contract/people/codes.ts';
import type { Context } from '#kernel/context.ts';
import { sqlState, violatedConstraint } from '#kernel/database/transaction.ts';
import { Problem } from '#kernel/problem.ts';
import type { ConsentsTable, GuardianshipsTable, RevealsTable } from '../tables.ts';

export type GuardianshipRow = Selectable<GuardianshipsTable>;
export type ConsentRow = Selectable<ConsentsTable>;
export type RevealRow = Selectable<RevealsTable>;

/** Standing guardianships of a person, as minor or as guardian. */
export async function guardianshipsOf(context: Context, personId: string): Promise<GuardianshipRow[]> {
  return await context.db
    .selectFrom('guardianships')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('ended_at', 'is', null)
    .where((is) => is.or([is('minor_id', '=', personId), is('guardian_id', '=', personId)]))
    .orderBy('added_at')
    .orderBy('id')
    .limit(50)
    .execute();
}

/** Standing guardianships of many minors. */
export async function guardiansOf(context: Context, minorIds: readonly string[]): Promise<GuardianshipRow[]> {
  if (minorIds.length === 0) return [];
  return await context.db
    .selectFrom('guardianships')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('ended_at', 'is', null)
    .where('minor_id', '=', sql<string>`any(${[...minorIds]}::uuid[])`)
    .execute();
}

/** Standing guardianships by which any of these people answers for a minor. */
export async function wardshipsOf(
  context: Context,
  guardianIds: readonly string[],
): Promise<GuardianshipRow[]> {
  if (guardianIds.length === 0) return [];
  return await context.db
    .selectFrom('guardianships')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('ended_at', 'is', null)
    .where('guardian_id', '=', sql<string>`any(${[...guardianIds]}::uuid[])`)
    .orderBy('added_at')
    .orderBy('id')
    .execute();
}

/** @throws Problem 404 `input.id_unknown`. */
export async function getGuardianship(context: Context, id: string): Promise<GuardianshipRow> {
  const row = await context.db
    .selectFrom('guardianships')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (!row) throw new Problem('input.id_unknown', 404);
  return row;
}

export async function insertGuardianship(
  context: Context,
  row: Omit<Insertable<GuardianshipsTable>, 'street_id' | 'id' | 'added_at'>,
): Promise<GuardianshipRow> {
  const inserted = await context.db
    .insertInto('guardianships')
    .values({ ...row, street_id: context.streetId, id: context.newId(), added_at: context.now })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  return inserted ?? (await standing(context, row.minor_id, row.guardian_id));
}

async function standing(context: Context, minorId: string, guardianId: string): Promise<GuardianshipRow> {
  return await context.db
    .selectFrom('guardianships')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('minor_id', '=', minorId)
    .where('guardian_id', '=', guardianId)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
}

export async function closeGuardianships(context: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await context.db
    .updateTable('guardianships')
    .set({ ended_at: context.now })
    .where('street_id', '=', context.streetId)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
}

/** Given and withdrawn, the newest first. */
export async function consentsOf(context: Context, personIds: readonly string[]): Promise<ConsentRow[]> {
  if (personIds.length === 0) return [];
  return await context.db
    .selectFrom('consents')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
}

/** What these people allow now. */
export async function consentsStanding(
  context: Context,
  personIds: readonly string[],
): Promise<Pick<ConsentRow, 'person_id' | 'purpose'>[]> {
  if (personIds.length === 0) return [];
  return await context.db
    .selectFrom('consents')
    .select(['person_id', 'purpose'])
    .where('street_id', '=', context.streetId)
    .where('person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .where('withdrawn_at', 'is', null)
    .execute();
}

/** @throws Problem 404 `input.id_unknown`. */
export async function getConsent(context: Context, id: string): Promise<ConsentRow> {
  const row = await context.db
    .selectFrom('consents')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new Problem('input.id_unknown', 404);
  return row;
}

/** @throws Problem 409 `consent.given_already`, 400 `consent.evidence_unknown`. */
export async function insertConsent(
  context: Context,
  row: Omit<Insertable<ConsentsTable>, 'street_id' | 'id' | 'given_at' | 'recorded_by'>,
): Promise<ConsentRow> {
  try {
    return await context.db
      .insertInto('consents')
      .values({
        ...row,
        street_id: context.streetId,
        id: context.newId(),
        given_at: context.now,
        recorded_by: context.actor.accountId,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
  } catch (error) {
    if (sqlState(error) === '23505' && violatedConstraint(error) === 'consents_standing')
      throw new Problem('consent.given_already', 409);
    if (sqlState(error) === '23503') throw new Problem('consent.evidence_unknown', 400);
    throw error;
  }
}

export async function closeConsent(context: Context, id: string): Promise<ConsentRow | undefined> {
  return await context.db
    .updateTable('consents')
    .set({ withdrawn_at: context.now, withdrawn_by: context.actor.accountId })
    .where('street_id', '=', context.streetId)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
}

export async function standingConsents(
  context: Context,
  personIds: readonly string[],
  purpose: ConsentPurpose,
): Promise<Set<string>> {
  const rows = await consentsOf(context, personIds);
  return new Set(
    rows.filter((row) => row.purpose === purpose && row.withdrawn_at === null).map((row) => row.person_id),
  );
}

export async function insertReveal(
  context: Context,
  row: Omit<Insertable<RevealsTable>, 'street_id' | 'at'>,
): Promise<void> {
  await context.db
    .insertInto('reveals')
    .values({ ...row, street_id: context.streetId, at: context.now })
    .execute();
}

/** Who saw a person in the clear, the newest first. */
export async function revealsOf(context: Context, personId: string, limit: number): Promise<RevealRow[]> {
  return await context.db
    .selectFrom('reveals')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('person_id', '=', personId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}
