import type { Context } from '#kernel/context.ts';

/** When this account accepted a version of the privacy notice, or null. */
export async function findAcceptance(context: Context, version: string): Promise<string | null> {
  const row = await context.db
    .selectFrom('notice_acceptances')
    .select('accepted_at')
    .where('street_id', '=', context.streetId)
    .where('account_id', '=', context.actor.accountId ?? '')
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.accepted_at ?? null;
}

/** The first acceptance counts; answers when it was. */
export async function saveAcceptance(context: Context, version: string): Promise<string> {
  await context.db
    .insertInto('notice_acceptances')
    .values({
      street_id: context.streetId,
      account_id: context.actor.accountId ?? '',
      version,
      accepted_at: context.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await findAcceptance(context, version)) ?? context.now.toISOString();
}
