// Who belongs to a unit now, and who stands in for whom.
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { localDay } from '../rules.ts';

/** Posts held for an organisation today. */
export async function membersOfOrganisation(
  context: Context,
  organisationId: string,
): Promise<{ postId: string; accountId: string; deputyIds: string[] }[]> {
  const today = localDay(context.now);
  return await context.db
    .selectFrom('posts')
    .select(['posts.id as postId', 'posts.account_id as accountId', deputyIds(context)])
    .where('street_id', '=', context.streetId)
    .where('organisation_id', '=', organisationId)
    .where('starts_on', '<=', today)
    .where((is) => is.or([is('ends_on', 'is', null), is('ends_on', '>=', today)]))
    .orderBy('id')
    .limit(100)
    .execute();
}

/** Accounts that stand in now for the holder of a row of `posts` (AB角). */
export function deputyIds({ streetId, now }: Context) {
  const at = now.toISOString();
  return sql<string[]>`array(select d.deputy_account_id from delegations d
    where d.street_id = ${streetId} and d.post_id = posts.id and d.starts_at <= ${at} and d.ends_at > ${at})`.as(
    'deputyIds',
  );
}
