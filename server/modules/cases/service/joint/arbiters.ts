// Who decides after a unit returned a case: people by name, not an office.
import { roleWords } from '#contract/identity/words.ts';
import type { Context } from '#kernel/context.ts';
import { holdersAround } from '#modules/identity/index.ts';
import { rankOf } from '../../guards.ts';
import type { CaseRow } from '../../store/cases.ts';
import { rolesWith } from '../parties.ts';

export interface Arbiter {
  accountId: string;
  /** Who stands in for them now. */
  deputyIds: readonly string[];
  name: string;
  role: string;
}

/** Of those who may decide at this place, the lowest rank that has somebody; higher ranks may as well. */
export async function arbitersOf(context: Context, row: CaseRow): Promise<Arbiter[]> {
  if (row.returns === 0 || row.status !== 'registered') return [];
  const holders = await holdersAround(context, rolesWith('case.arbitrate'), row.area_path);
  const lowest = Math.min(...holders.map(({ role }) => rankOf(role)));
  const chosen = holders.filter(({ role }) => rankOf(role) === lowest);
  return [...new Map(chosen.map((one) => [one.accountId, one])).values()].map(
    ({ accountId, deputyIds, name, role }) => ({
      accountId,
      deputyIds,
      name,
      role: roleWords[role],
    }),
  );
}
