// What the family sees: offers, the own redemptions, the code for the counter, the rating.
import type { InputOf, OutputOf } from '#contract/define.ts';
import type {
  listOffers as listEndpoint,
  listMyRedemptions,
  getMyRedemption as oneEndpoint,
} from '#contract/redemption/endpoints.ts';
import type { RedemptionRecord } from '#contract/redemption/records.ts';
import type { Context } from '#kernel/context.ts';
import { cutPage, exactTotal } from '#kernel/cursor.ts';
import { Problem } from '#kernel/problem.ts';
import { findHomeOfPerson } from '#modules/people/index.ts';
import { isOwn } from '../policy.ts';
import { countRunningOffers, listRunningOffers, offerRows } from '../store/offers.ts';
import { countOwn, getRedemptionRow, listOwnRows, type RedemptionRow } from '../store/redemptions.ts';
import { starsOf } from '../store/scores.ts';
import { viewOffer, viewRedemption } from '../view.ts';
import { makeVoucher } from '../voucher.ts';
import { familyPersons, keyOf, shopsOf } from './load.ts';

export async function listOffers(
  context: Context,
  input: InputOf<typeof listEndpoint>,
): Promise<OutputOf<typeof listEndpoint>> {
  const nearPath = await communityPath(context);
  const rows = await listRunningOffers(context, { ...input, nearPath });
  const page = cutPage(rows, input.limit, (row) => [row.place, row.points, row.id]);
  const shops = await shopsOf(
    context,
    page.rows.map((row) => row.merchant_id),
  );
  return {
    items: page.rows.flatMap((row) => {
      const shop = shops.get(row.merchant_id);
      return shop ? [viewOffer(context, row, shop, row.near)] : [];
    }),
    nextCursor: page.nextCursor,
    total: exactTotal(await countRunningOffers(context, input)),
  };
}

/** `/street/community/` of where the viewer lives. */
async function communityPath(context: Context): Promise<string | null> {
  const { personId } = context.actor;
  const home = personId ? await findHomeOfPerson(context, personId) : null;
  const [street, community] = home?.areaPath.split('/').filter(Boolean) ?? [];
  return street && community ? `/${street}/${community}/` : null;
}

export async function listMine(
  context: Context,
  input: InputOf<typeof listMyRedemptions>,
): Promise<OutputOf<typeof listMyRedemptions>> {
  const personIds = await familyPersons(context);
  if (personIds.length === 0) return { items: [], nextCursor: null, total: 0 };
  const rows = await listOwnRows(context, personIds, input);
  const page = cutPage(rows, input.limit, (row) => [row.reserved_at, row.id]);
  return {
    items: await viewMany(context, page.rows),
    nextCursor: page.nextCursor,
    total: exactTotal(await countOwn(context, personIds)),
  };
}

export async function getMine(
  context: Context,
  { redemptionId }: InputOf<typeof oneEndpoint>,
): Promise<RedemptionRecord> {
  const row = await getRedemptionRow(context, redemptionId);
  if (!isOwn(row, await familyPersons(context))) throw new Problem('redemption.not_yours', 403);
  return await present(context, redemptionId);
}

export async function present(context: Context, redemptionId: string): Promise<RedemptionRecord> {
  const [record] = await viewMany(context, [await getRedemptionRow(context, redemptionId)]);
  if (!record) throw new Problem('input.id_unknown', 404);
  return record;
}

async function viewMany(context: Context, rows: readonly RedemptionRow[]): Promise<RedemptionRecord[]> {
  const shops = await shopsOf(
    context,
    rows.map((row) => row.merchant_id),
  );
  const offers = await offerRows(
    context,
    rows.map((row) => row.offer_id),
  );
  const stars = await starsOf(
    context,
    rows.map((row) => row.id),
  );
  return rows.flatMap((row) => {
    const [shop, offer] = [shops.get(row.merchant_id), offers.get(row.offer_id)];
    if (!shop || !offer) return [];
    const parts = { row, offer, shop, stars: stars.get(row.id) ?? null, voucher: voucherOf(context, row) };
    return [viewRedemption(context, parts)];
  });
}

/** The same text whenever it is asked for: the signature of Ed25519 does not vary. */
function voucherOf(context: Context, row: RedemptionRow) {
  if (row.voucher_until === null || row.state !== 'reserved') return null;
  const untilMs = Date.parse(row.voucher_until);
  const text = makeVoucher(keyOf(context), {
    streetId: context.streetId,
    redemptionId: row.id,
    merchantId: row.merchant_id,
    offerId: row.offer_id,
    points: row.points,
    until: Math.floor(untilMs / 1000),
  });
  return { text, until: row.voucher_until };
}
