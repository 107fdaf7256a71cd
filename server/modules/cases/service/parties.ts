// Who stands around a case, for modules above that tell them.
import { type Role, rolePermissions, roles } from '#contract/identity/roles.ts';
import type { Permission } from '#contract/permissions.ts';
import type { Context } from '#kernel/context.ts';
import { rankOf, rankWanted } from '../guards.ts';
import { stateOf } from '../state.ts';
import type { CaseRow } from '../store/cases.ts';
import { findWithParties } from '../store/parties.ts';
import { requestersOf } from '../store/parts.ts';

export interface Parties {
  row: CaseRow;
  /** Units that lead or help now. */
  units: { role: 'lead' | 'co'; kind: 'area' | 'organisation'; unitId: string; path: string }[];
  requesters: { requesterId: string; accountId: string | null; hasPhone: boolean }[];
}

export async function partiesOf(context: Context, caseId: string): Promise<Parties | null> {
  const found = await findWithParties(context, caseId);
  if (!found) return null;
  const { units, requesters, ...row } = found;
  return { row, units, requesters };
}

/** The clear number, for a text that is being sent; null where none was given. */
export async function phoneOfRequester(
  context: Context,
  caseId: string,
  requesterId: string,
): Promise<string | null> {
  const one = (await requestersOf(context, caseId)).find(({ id }) => id === requesterId);
  return one?.phone_cipher ? context.services.crypto.decrypt(one.phone_cipher) : null;
}

const outerRoles: readonly Role[] = ['property_staff', 'department_liaison'];

/** Roles that hold a right as people of the street, not of another body. */
export const rolesWith = (permission: Permission): Role[] =>
  roles.filter((role) => rolePermissions[role].includes(permission) && !outerRoles.includes(role));

export const rolesOfRank = (rank: number): Role[] => roles.filter((role) => rankOf(role) === rank);

/** The rank that signs next. */
export const nextRank = (row: CaseRow): number => rankWanted(stateOf(row));
