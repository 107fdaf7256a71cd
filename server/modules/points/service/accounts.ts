// Whose account it is.
import type { Context } from '#kernel/context.ts';
import { familyOf } from '#modules/families/index.ts';
import { type Standing, standingOf } from '../store/accounts.ts';
import { ledgerAccount, refusal } from './commands.ts';

/** The account a person earns into and pays from: the family's pool, or the person's own where there is no family. */
export async function payingAccount(context: Context, personId: string): Promise<string> {
  const family = await familyOf(context, personId);
  return await ledgerAccount(
    context,
    family ? { kind: 'family', ownerId: family.familyId } : { kind: 'member', ownerId: personId },
  );
}

export type AccountBalance = Standing;

/** Whole points now: all, free, kept for somebody, and what runs out first. */
export async function balanceOf(context: Context, accountId: string): Promise<AccountBalance> {
  const standing = await standingOf(context, accountId);
  if (!standing) throw refusal('account_not_found');
  return standing;
}
