// Whose account it is.
import type { Context } from '#kernel/context.ts';
import { familiesOf, familyOf } from '#modules/families/index.ts';
import { findAccounts, type Standing, standingOf } from '../store/accounts.ts';
import { type AccountOwner, ledgerAccount, refusal } from './commands.ts';

/** The account a person earns into and pays from: the family's pool, or the person's own where there is no family. */
export async function payingAccount(context: Context, personId: string): Promise<string> {
  const family = await familyOf(context, personId);
  return await ledgerAccount(
    context,
    family ? { kind: 'family', ownerId: family.familyId } : { kind: 'member', ownerId: personId },
  );
}

export interface Doer {
  personId?: string | null;
  organisationId?: string | null;
}

/** The accounts into which these people and organisations earn, in their order; opened when missing. */
export async function earningAccounts(context: Context, doers: readonly Doer[]): Promise<string[]> {
  const people = doers.flatMap(({ personId }) => (personId ? [personId] : []));
  const families = await familiesOf(context, [...new Set(people)]);
  const owners = doers.map(({ personId, organisationId }): AccountOwner => {
    const family = personId ? families.get(personId) : undefined;
    const ownerId = personId ?? organisationId;
    if (family) return { kind: 'family', ownerId: family.familyId };
    if (!ownerId) throw refusal('account_not_found');
    return { kind: 'member', ownerId };
  });
  const known = await findAccounts(context, owners);
  const accounts: string[] = [];
  for (const owner of owners) {
    const key = `${owner.kind} ${owner.ownerId}`;
    const accountId = known.get(key) ?? (await ledgerAccount(context, owner));
    known.set(key, accountId);
    accounts.push(accountId);
  }
  return accounts;
}

export type AccountBalance = Standing;

/** Whole points now: all, free, kept for somebody, and what runs out first. */
export async function balanceOf(context: Context, accountId: string): Promise<AccountBalance> {
  const standing = await standingOf(context, accountId);
  if (!standing) throw refusal('account_not_found');
  return standing;
}
