// Who is at work in a demo street that stands already: read from the database, not imagined again.
import type { Kysely } from 'kysely';
import { type Role, rolePermissions } from '#contract/identity/roles.ts';
import type { Post } from '#kernel/context.ts';
import type { Tables } from '#kernel/database/tables.ts';
import type { Random } from '../random.ts';
import type { Holder } from '../replay/stage.ts';

export interface Neighbourhood {
  areaId: string;
  path: string;
  secretary: Holder;
  clerks: readonly Holder[];
  gridWorkers: readonly Holder[];
  gridLeads: readonly Holder[];
  wardens: readonly Holder[];
  property: readonly Holder[];
}

export interface Office {
  neighbourhoods: readonly Neighbourhood[];
  /** Everybody of the street itself with this role. */
  of(role: Role): readonly Holder[];
  /** People of a section that handle cases, each section with two at least. */
  sections: readonly (readonly Holder[])[];
  enterprises: readonly Holder[];
  /** Those who handle cases of the section with this name. */
  sectionNamed(name: string): readonly Holder[];
  /** Units of the district that answer a whistle, each with its people. */
  departments: readonly (readonly Holder[])[];
}

const needed: readonly Role[] = [
  'resident',
  'door_warden',
  'grid_worker',
  'grid_lead',
  'community_clerk',
  'community_secretary',
  'property_staff',
  'section_handler',
  'section_chief',
  'deputy_in_charge',
  'principal',
  'dispatcher',
  'intake_officer',
  'callback_operator',
  'inspector',
  'enterprise_contact',
  'department_liaison',
  'supervisor',
  'activity_manager',
  'merchant_staff',
];

export async function officeOf(db: Kysely<Tables>, streetId: number): Promise<Office> {
  const byRole = await holdersByRole(db, streetId);
  const of = (role: Role) => byRole.get(role) ?? [];
  const communities = await db
    .selectFrom('areas')
    .select(['areas.id', 'areas.path'])
    .where('areas.street_id', '=', streetId)
    .where('areas.level', '=', 'community')
    .where('areas.valid_to', 'is', null)
    .orderBy('areas.path')
    .execute();
  const neighbourhoods = communities.flatMap(({ id, path }) => {
    const here = (role: Role) =>
      of(role).filter(({ posts }) =>
        posts.some((post) => post.role === role && post.areaPath.startsWith(path)),
      );
    const [secretary] = here('community_secretary');
    const found = {
      areaId: id,
      path,
      clerks: here('community_clerk'),
      gridWorkers: here('grid_worker'),
      gridLeads: here('grid_lead'),
      wardens: here('door_warden'),
      property: here('property_staff'),
    };
    return secretary && found.clerks.length > 0 && found.gridWorkers.length > 0 && found.wardens.length > 0
      ? [{ ...found, secretary }]
      : [];
  });
  const names = await namesOfUnits(db, streetId, of('section_handler').map(unitIdOf));
  const byUnit = (role: Role) => [...Map.groupBy(of(role), unitIdOf).values()];
  return {
    neighbourhoods,
    of,
    sections: byUnit('section_handler'),
    enterprises: of('enterprise_contact'),
    sectionNamed: (name) => of('section_handler').filter((one) => names.get(unitIdOf(one)) === name),
    departments: byUnit('department_liaison'),
  };
}

async function namesOfUnits(
  db: Kysely<Tables>,
  streetId: number,
  unitIds: readonly string[],
): Promise<Map<string, string>> {
  if (unitIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('organisations')
    .select(['id', 'name'])
    .where('street_id', '=', streetId)
    .where('id', 'in', [...new Set(unitIds)])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function holdersByRole(db: Kysely<Tables>, streetId: number): Promise<Map<Role, Holder[]>> {
  const rows = await db
    .selectFrom('posts')
    .innerJoin('accounts', (join) =>
      join.onRef('accounts.street_id', '=', 'posts.street_id').onRef('accounts.id', '=', 'posts.account_id'),
    )
    .where('posts.street_id', '=', streetId)
    .where('accounts.street_id', '=', streetId)
    .where('posts.role', 'in', [...needed])
    .where('posts.ends_on', 'is', null)
    .select([
      'accounts.id as accountId',
      'accounts.person_id as personId',
      'accounts.name',
      'posts.id as postId',
    ])
    .select(['posts.role', 'posts.area_id as areaId', 'posts.area_path as areaPath'])
    .select('posts.organisation_id as organisationId')
    .orderBy('posts.id')
    .execute();
  const roles = new Map<Role, Holder[]>();
  for (const { accountId, personId, name, ...post } of rows) {
    const role = post.role as Role;
    const held: Post = { ...post, role, permissions: rolePermissions[role], onBehalfOf: null };
    roles.set(role, [...(roles.get(role) ?? []), { accountId, personId, name, phone: '', posts: [held] }]);
  }
  return roles;
}

/** The organisation of the post, empty where it is a place. */
export const unitIdOf = (holder: Holder): string => holder.posts[0]?.organisationId ?? '';

export const pathOf = (holder: Holder): string => holder.posts[0]?.areaPath ?? '';

export const placeOf = (holder: Holder): string => holder.posts[0]?.areaId ?? '';

/** Somebody of these who is nobody of those. */
export function other(chance: Random, people: readonly Holder[], not: readonly Holder[]): Holder {
  const left = people.filter(({ accountId }) => !not.some((one) => one.accountId === accountId));
  return chance.pick(left.length > 0 ? left : people);
}
