// Who belongs to a unit now, and who stands in for whom.
import type { Context } from '#kernel/context.ts';
import { localDay } from '../rules.ts';

/** Posts held for an organisation today. */
export async function membersOfOrganisation(
  context: Context,
  organisationId: string,
): Promise<{ postId: string; accountId: string }[]> {
  const today = localDay(context.now);
  return await context.db
    .selectFrom('posts')
    .select(['id as postId', 'account_id as accountId'])
    .where('street_id', '=', context.streetId)
    .where('organisation_id', '=', organisationId)
    .where('starts_on', '<=', today)
    .where((is) => is.or([is('ends_on', 'is', null), is('ends_on', '>=', today)]))
    .orderBy('id')
    .limit(100)
    .execute();
}

/** Accounts that stand in for these posts at this moment (AB角). */
export async function deputiesOf(context: Context, postIds: readonly string[]): Promise<string[]> {
  if (postIds.length === 0) return [];
  const now = context.now.toISOString();
  const rows = await context.db
    .selectFrom('delegations')
    .select('deputy_account_id')
    .distinct()
    .where('street_id', '=', context.streetId)
    .where('post_id', 'in', [...postIds])
    .where('starts_at', '<=', now)
    .where('ends_at', '>', now)
    .execute();
  return rows.map(({ deputy_account_id }) => deputy_account_id);
}
