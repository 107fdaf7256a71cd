// Which account a person of a WeChat service account is.
import type { Context } from '#kernel/context.ts';

export async function openidOf(context: Context, accountId: string, appid: string): Promise<string | null> {
  const row = await context.db
    .selectFrom('wechat_identities')
    .select('openid')
    .where('street_id', '=', context.streetId)
    .where('account_id', '=', accountId)
    .where('appid', '=', appid)
    .orderBy('bound_at', 'desc')
    .executeTakeFirst();
  return row?.openid ?? null;
}

/** One WeChat person is one account; binding again moves it. */
export async function saveOpenid(
  context: Context,
  { accountId, appid, openid }: { accountId: string; appid: string; openid: string },
): Promise<void> {
  await removeOpenids(context, accountId, appid);
  const columns = { account_id: accountId, bound_at: context.now };
  await context.db
    .insertInto('wechat_identities')
    .values({ street_id: context.streetId, appid, openid, unionid: null, ...columns })
    .onConflict((conflict) => conflict.columns(['street_id', 'appid', 'openid']).doUpdateSet(columns))
    .execute();
}

export async function removeOpenids(context: Context, accountId: string, appid: string): Promise<void> {
  await context.db
    .deleteFrom('wechat_identities')
    .where('street_id', '=', context.streetId)
    .where('account_id', '=', accountId)
    .where('appid', '=', appid)
    .execute();
}
