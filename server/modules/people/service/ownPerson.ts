import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { findPerson, type PersonRow } from '../store/persons.ts';

/** @throws Problem 409 `person.not_linked` while the account is not matched with a resident, or no longer. */
export async function ownPerson(context: Context): Promise<PersonRow> {
  const { personId } = context.actor;
  const row = personId ? await findPerson(context, personId) : undefined;
  if (!row || row.status === 'erased') throw new Problem('person.not_linked', 409);
  return row;
}
