// The pool of a family that has ended.
import type { Context } from '#kernel/context.ts';
import { commandIdOf } from '../rules.ts';
import { findAccount, standingOf } from '../store/accounts.ts';
import { command, ledgerAccount } from './commands.ts';

/** What the pool still holds goes to whom the family left last; what somebody has on hold follows when it is free. */
export async function endPool(
  context: Context,
  eventId: string,
  familyId: string,
  personId: string,
): Promise<void> {
  const pool = await findAccount(context, 'family', familyId);
  if (!pool) return;
  const standing = await standingOf(context, pool.id);
  if (!standing || standing.available <= 0) return;
  const account = await ledgerAccount(context, { kind: 'member', ownerId: personId });
  await command(
    context,
    'split',
    { family: pool.id, account, amount: standing.available },
    commandIdOf('end_pool', eventId),
  );
}
