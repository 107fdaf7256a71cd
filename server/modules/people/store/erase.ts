// SQL by which personal fields go. Ids stay, so that the trail stays whole.
import { type RawBuilder, sql } from 'kysely';
import type { Context } from '#kernel/context.ts';

const noContact = {
  phone_cipher: null,
  phone_index: null,
  phone_tail_index: null,
  id_number_cipher: null,
  id_number_index: null,
};

/** Takes phone, identity number and tags of one person; the name and the home stay. */
export async function emptyPerson(context: Context, personId: string): Promise<void> {
  await context.db
    .updateTable('persons')
    .set((is) => ({
      ...noContact,
      care_tags: [],
      updated_at: context.now,
      updated_by: context.actor.displayName,
      version: is('version', '+', 1),
    }))
    .where('street_id', '=', context.streetId)
    .where('id', '=', personId)
    .execute();
}

/** Empties every personal field of some people and ends their bonds. */
export async function erasePersons(context: Context, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return;
  const ids = sql<string>`any(${[...personIds]}::uuid[])`;
  await context.db
    .updateTable('persons')
    .set((is) => ({
      ...noContact,
      name: '',
      name_grams: [],
      sex: null,
      born_on: null,
      household_id: null,
      relation: null,
      address: '',
      address_grams: [],
      care_tags: [],
      status: 'erased',
      ended_at: context.now,
      updated_at: context.now,
      updated_by: context.actor.displayName,
      version: is('version', '+', 1),
    }))
    .where('street_id', '=', context.streetId)
    .where('id', '=', ids)
    .execute();
  await context.db
    .updateTable('guardianships')
    .set({ ended_at: context.now })
    .where('street_id', '=', context.streetId)
    .where('ended_at', 'is', null)
    .where((is) => is.or([is('minor_id', '=', ids), is('guardian_id', '=', ids)]))
    .execute();
  await forgetWords(context, ids);
}

/** Sentences that people wrote about the erased: they may name them. */
async function forgetWords(context: Context, ids: RawBuilder<string>): Promise<void> {
  await context.db
    .updateTable('correction_requests')
    .set({ wanted_cipher: null })
    .where('street_id', '=', context.streetId)
    .where('person_id', '=', ids)
    .execute();
  for (const table of ['minor_access_requests', 'reveals'] as const)
    await context.db
      .updateTable(table)
      .set({ reason: '' })
      .where('street_id', '=', context.streetId)
      .where('person_id', '=', ids)
      .execute();
}

/** People who left before `before` and guard no child of the register; the oldest first. */
export async function departedBefore(context: Context, before: Date, limit: number) {
  return await context.db
    .selectFrom('persons')
    .select(['persons.id', 'persons.area_path'])
    .where('persons.street_id', '=', context.streetId)
    .where('persons.status', '=', 'departed')
    .where('persons.ended_at', '<', before.toISOString())
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('guardianships')
            .innerJoin('persons as minor', (join) =>
              join
                .onRef('minor.street_id', '=', 'guardianships.street_id')
                .onRef('minor.id', '=', 'guardianships.minor_id'),
            )
            .where('guardianships.street_id', '=', context.streetId)
            .where('minor.street_id', '=', context.streetId)
            .whereRef('guardianships.guardian_id', '=', 'persons.id')
            .where('guardianships.ended_at', 'is', null)
            .where('minor.status', '=', 'active')
            .select('guardianships.id'),
        ),
      ),
    )
    .orderBy('persons.ended_at')
    .limit(limit)
    .execute();
}

/** Proofs of consent whose term is over: withdrawn long ago, or of somebody erased long ago. */
export async function deleteConsentsBefore(context: Context, before: Date): Promise<number> {
  const result = await context.db
    .deleteFrom('consents')
    .where('consents.street_id', '=', context.streetId)
    .where((is) =>
      is.or([
        is('consents.withdrawn_at', '<', before.toISOString()),
        is.exists(
          is
            .selectFrom('persons')
            .where('persons.street_id', '=', context.streetId)
            .whereRef('persons.id', '=', 'consents.person_id')
            .where('persons.status', '=', 'erased')
            .where('persons.ended_at', '<', before.toISOString())
            .select('persons.id'),
        ),
      ]),
    )
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

export async function deleteDecidedBefore(context: Context, before: Date): Promise<number> {
  let count = 0;
  for (const table of ['minor_access_requests', 'erasure_requests', 'correction_requests'] as const) {
    const result = await context.db
      .deleteFrom(table)
      .where('street_id', '=', context.streetId)
      .where('decided_at', '<', before.toISOString())
      .executeTakeFirst();
    count += Number(result.numDeletedRows);
  }
  return count;
}

export async function deleteRevealsBefore(context: Context, before: Date): Promise<number> {
  const result = await context.db
    .deleteFrom('reveals')
    .where('street_id', '=', context.streetId)
    .where('at', '<', before.toISOString())
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}
