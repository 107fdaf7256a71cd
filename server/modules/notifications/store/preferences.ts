import type { MutableKind } from '#contract/notifications/codes.ts';
import type { Context } from '#kernel/context.ts';

export interface Preferences {
  muted: MutableKind[];
  texts: boolean;
  quietFrom: string;
  quietTo: string;
  version: number;
}

export async function preferencesOfMany(
  context: Context,
  accountIds: readonly string[],
): Promise<Map<string, Preferences>> {
  if (accountIds.length === 0) return new Map();
  const rows = await context.db
    .selectFrom('notification_preferences')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('account_id', 'in', [...accountIds])
    .execute();
  return new Map(
    rows.map((row) => [
      row.account_id,
      {
        muted: row.muted,
        texts: row.texts,
        quietFrom: row.quiet_from,
        quietTo: row.quiet_to,
        version: row.version,
      },
    ]),
  );
}

export async function savePreferences(
  context: Context,
  accountId: string,
  given: Omit<Preferences, 'version'>,
): Promise<void> {
  const columns = {
    muted: given.muted,
    texts: given.texts,
    quiet_from: given.quietFrom,
    quiet_to: given.quietTo,
  };
  await context.db
    .insertInto('notification_preferences')
    .values({ street_id: context.streetId, account_id: accountId, ...columns, version: 1 })
    .onConflict((conflict) =>
      conflict.columns(['street_id', 'account_id']).doUpdateSet((build) => ({
        ...columns,
        version: build('notification_preferences.version', '+', 1),
      })),
    )
    .execute();
}
