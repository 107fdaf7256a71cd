// Whose accounts these are, as others may read it: families by nickname, people masked, organisations by name.
import type { Context } from '#kernel/context.ts';
import { maskName } from '#kernel/mask/mask.ts';
import { Problem } from '#kernel/problem.ts';
import { areasWith } from '#kernel/scope.ts';
import { familiesById, familiesOf } from '#modules/families/index.ts';
import { findOrganisation } from '#modules/organisations/index.ts';
import { personFacts } from '#modules/people/index.ts';
import type { Owner } from '../owners.ts';
import { accountById } from '../store/accounts.ts';
import { refusal } from './commands.ts';

interface Owned {
  id: string;
  kind: string;
  owner_id: string;
}

const isUuid = (text: string) => /^[0-9a-f-]{36}$/.test(text);

/** Account id → owner. */
export async function ownersOf(context: Context, accounts: readonly Owned[]): Promise<Map<string, Owner>> {
  const ids = (kind: (one: string) => boolean) =>
    [...new Set(accounts.filter((one) => kind(one.kind)).map((one) => one.owner_id))].filter(isUuid);
  const families = await familiesById(
    context,
    ids((kind) => kind === 'family'),
  );
  const others = ids((kind) => kind !== 'family');
  const people = await personFacts(context, others);
  const organisations = new Map<string, Owner>();
  for (const id of others) {
    if (people.has(id)) continue;
    const found = await findOrganisation(context, id);
    if (found) organisations.set(id, { who: found.name, kind: 'organisation', areaPath: found.areaPath });
  }
  return new Map(
    accounts.map(({ id, owner_id }) => {
      const family = families.get(owner_id);
      if (family) return [id, { who: family.nickname, kind: 'family', areaPath: family.areaPath }];
      const person = people.get(owner_id);
      if (person) return [id, { who: maskName(person.name), kind: 'person', areaPath: person.areaPath }];
      return [id, organisations.get(owner_id) ?? { who: '', kind: 'unknown', areaPath: null }];
    }),
  );
}

/** Does the viewer read points at the owner's place? An owner without a place is for whoever reads a whole street. */
export function mayReadOwner(context: Context, owner: Owner | undefined): boolean {
  const paths = areasWith(context.actor, 'points.read');
  const place = owner?.areaPath ?? `/${context.streetId}/`;
  return paths.some((path) => place.startsWith(path));
}

/** An account of the viewer's areas, with its owner; 404 when it is not there, 403 when it lies elsewhere. */
export async function readableAccount(context: Context, accountId: string) {
  const row = await accountById(context, accountId);
  if (!row) throw new Problem('input.id_unknown', 404);
  const owner = (await ownersOf(context, [row])).get(accountId);
  if (!mayReadOwner(context, owner)) throw new Problem('points.outside_your_area', 403);
  return { row, owner };
}

/** Are any two of these the same person, or of the same family (R15)? */
export async function standTogether(
  context: Context,
  one: string | null,
  others: readonly (string | null)[],
  otherFamilies: readonly (string | null)[] = [],
): Promise<boolean> {
  if (!one) return false;
  if (others.includes(one)) return true;
  const families = await familiesOf(context, [one, ...others.filter((id) => id !== null)]);
  const own = families.get(one)?.familyId;
  return (
    own !== undefined &&
    (otherFamilies.includes(own) || others.some((id) => id !== null && families.get(id)?.familyId === own))
  );
}

/** The resident behind the account; refused for an account without one. */
export function residentOf({ actor }: Context): string {
  if (!actor.personId) throw refusal('no_resident');
  return actor.personId;
}
