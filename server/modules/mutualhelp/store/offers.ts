import { sql } from 'kysely';
import type { HelpKind, OfferTime } from '#contract/mutualhelp/codes.ts';
import type { Context } from '#kernel/context.ts';

export async function findOffer(context: Context, personId: string) {
  return await context.db
    .selectFrom('help_offers')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
}

export async function saveOffer(
  context: Context,
  personId: string,
  given: { communityId: string; homePath: string; kinds: HelpKind[]; times: OfferTime[]; paused: boolean },
): Promise<void> {
  const columns = {
    community_id: given.communityId,
    home_path: given.homePath,
    kinds: given.kinds,
    times: given.times,
    paused: given.paused,
    updated_at: context.now,
  };
  await context.db
    .insertInto('help_offers')
    .values({ street_id: context.streetId, person_id: personId, ...columns })
    .onConflict((conflict) => conflict.columns(['street_id', 'person_id']).doUpdateSet(columns))
    .execute();
}

/** Whom an ask of this kind is told: neighbours who offer it, the nearest first; at most `limit`. */
export async function offering(
  context: Context,
  communityId: string,
  kind: HelpKind,
  homePath: string,
  limit: number,
): Promise<string[]> {
  const rows = await context.db
    .selectFrom('help_offers')
    .select('person_id')
    .where('street_id', '=', context.streetId)
    .where('community_id', '=', communityId)
    .where('paused', '=', false)
    .where(sql<boolean>`kinds @> array[${kind}]::text[]`)
    .orderBy(commonLength(homePath), 'desc')
    .orderBy('updated_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => row.person_id);
}

/** How many places of a path the other one shares, from the street down. */
const commonLength = (homePath: string) => {
  const codes = homePath.split('/').filter(Boolean);
  const paths = codes.map((_, index) => `/${codes.slice(0, index + 1).join('/')}/`);
  return sql<number>`(select count(*) from unnest(${paths}::text[]) as own(path)
    where starts_with(help_offers.home_path, own.path))`;
};

/** Who of them has signed this edition. */
export async function signedOf(
  context: Context,
  personIds: readonly string[],
  edition: string,
): Promise<Set<string>> {
  if (personIds.length === 0) return new Set();
  const rows = await context.db
    .selectFrom('help_agreements')
    .select('person_id')
    .where('street_id', '=', context.streetId)
    .where('person_id', 'in', [...personIds])
    .where('edition', '=', edition)
    .execute();
  return new Set(rows.map((row) => row.person_id));
}

export async function saveAgreement(context: Context, personId: string, edition: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await context.db
    .insertInto('help_agreements')
    .values({ street_id: context.streetId, person_id: personId, edition, signed_at: context.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows ?? 0) > 0;
}
