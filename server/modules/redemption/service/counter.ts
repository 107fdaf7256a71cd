// Behind the counter: the shop, the day, the offers, the staff.
import type { InputOf, OutputOf } from '#contract/define.ts';
import type {
  addShopStaff as addEndpoint,
  changeOffer as changeEndpoint,
  listReceipts as dayEndpoint,
  OfferFacts,
  listShopOffers as offersEndpoint,
  pauseOffer as pauseEndpoint,
  publishOffer as publishEndpoint,
  removeShopStaff as removeEndpoint,
} from '#contract/redemption/counter.ts';
import {
  merchantStaffAdded,
  merchantStaffRemoved,
  offerChanged,
  offerPublished,
} from '#contract/redemption/events.ts';
import type { Limits } from '#contract/redemption/limits.ts';
import type { OwnShop, ShopOffer, StaffMember } from '#contract/redemption/records.ts';
import { addDays, dayOf, instantOn } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { cutPage, exactTotal, totalOf } from '#kernel/cursor.ts';
import { maskName } from '#kernel/mask/mask.ts';
import { Problem } from '#kernel/problem.ts';
import { accountNames, assignPostTo, dismissFrom, membersOfOrganisation } from '#modules/identity/index.ts';
import { isOwner } from '../policy.ts';
import { monthSpan } from '../rules.ts';
import type { MerchantRow } from '../store/merchants.ts';
import {
  getOfferRow,
  insertOffer,
  type OfferRow,
  offerRows,
  offersOfMerchant,
  updateOffer,
} from '../store/offers.ts';
import { countTaken, listTakenRows, takenByMerchant } from '../store/redemptions.ts';
import { viewReceipt, viewShop, viewShopOffer } from '../view.ts';
import { limitsOn } from './limits.ts';
import { ownMerchant, publicVoucherKey, shopOf } from './load.ts';

const daySpan = (day: string) => ({ from: instantOn(day), to: instantOn(addDays(day, 1)) });

export async function readShop(context: Context): Promise<OwnShop> {
  const merchant = await ownMerchant(context);
  const today = dayOf(context.now);
  const inSpan = async (span: { from: Date; to: Date }) =>
    (await takenByMerchant(context, [merchant.id], span)).get(merchant.id)?.captured ?? 0;
  return {
    shop: viewShop(await shopOf(context, merchant.id)),
    status: merchant.status,
    isOwner: isOwner(context.actor, merchant),
    today: await inSpan(daySpan(today)),
    month: await inSpan(monthSpan(today.slice(0, 7))),
    staff: await staffOf(context, merchant, isOwner(context.actor, merchant)),
    voucherKey: publicVoucherKey(context),
    limits: await limitsOn(context),
  };
}

/** Who stands at the counter: in the clear to the owner, who engaged them, and masked to the office. */
export async function staffOf(
  context: Context,
  merchant: MerchantRow,
  isClear = false,
): Promise<StaffMember[]> {
  const members = await membersOfOrganisation(context, merchant.organisation_id);
  const names = await accountNames(
    context,
    members.map((one) => one.accountId),
  );
  return members.map(({ accountId, postId }) => ({
    accountId,
    postId,
    name: shown(names.get(accountId)?.name ?? '', isClear || accountId === context.actor.accountId),
    isOwner: accountId === merchant.owner_account_id,
    isSelf: accountId === context.actor.accountId,
  }));
}

const shown = (name: string, isClear: boolean): string => (isClear ? name : maskName(name));

export async function listReceipts(
  context: Context,
  input: InputOf<typeof dayEndpoint>,
): Promise<OutputOf<typeof dayEndpoint>> {
  const merchant = await ownMerchant(context);
  const span = daySpan(input.on ?? dayOf(context.now));
  const rows = await listTakenRows(context, merchant.id, span, input);
  const page = cutPage(rows, input.limit, (row) => [row.captured_at, row.id]);
  const offers = await offerRows(
    context,
    page.rows.map((row) => row.offer_id),
  );
  return {
    items: page.rows.flatMap((row) => {
      const offer = offers.get(row.offer_id);
      return offer ? [viewReceipt(context, row, offer)] : [];
    }),
    nextCursor: page.nextCursor,
    total: exactTotal(await countTaken(context, merchant.id, span)),
  };
}

// Offers

export async function listShopOffers(
  context: Context,
  input: InputOf<typeof offersEndpoint>,
): Promise<OutputOf<typeof offersEndpoint>> {
  const merchant = await ownMerchant(context);
  const shop = await shopOf(context, merchant.id);
  const rows = await offersOfMerchant(context, merchant.id, input);
  const page = cutPage(rows, input.limit, (row) => [row.made_at, row.id]);
  return {
    items: page.rows.map((row) => viewShopOffer(context, row, shop)),
    nextCursor: page.nextCursor,
    total: totalOf(input.cursor, rows),
  };
}

export async function publishOffer(
  context: Context,
  input: InputOf<typeof publishEndpoint>,
): Promise<ShopOffer> {
  const merchant = await ownMerchant(context);
  refuseOffer(input, 0, await limitsOn(context));

  const id = context.newId();
  await insertOffer(context, {
    id,
    merchant_id: merchant.id,
    ...columnsOf(input),
    stock_left: input.stockTotal,
    paused: false,
  });
  await context.emit({
    name: offerPublished.name,
    subject: { module: 'redemption', id },
    data: { merchantId: merchant.id },
    areaPath: merchant.area_path,
  });
  return await presentOffer(context, id);
}

export async function changeOffer(
  context: Context,
  input: InputOf<typeof changeEndpoint>,
): Promise<ShopOffer> {
  const { offerId, version, ...facts } = input;
  const { merchant, offer } = await ownOffer(context, offerId);
  refuseOffer(facts, offer.stock_total - offer.stock_left, await limitsOn(context));

  const columns = columnsOf(facts);
  if (!(await updateOffer(context, offerId, version, columns))) await refuseStale(context, offerId);
  const fields = (Object.keys(columns) as (keyof typeof columns)[]).filter(
    (name) => columns[name] !== offer[name],
  );
  await announceChange(context, merchant, offerId, fields);
  return await presentOffer(context, offerId);
}

export async function pauseOffer(context: Context, input: InputOf<typeof pauseEndpoint>): Promise<ShopOffer> {
  const { merchant } = await ownOffer(context, input.offerId);

  if (!(await updateOffer(context, input.offerId, input.version, { paused: input.isPaused })))
    await refuseStale(context, input.offerId);
  await announceChange(context, merchant, input.offerId, ['paused']);
  return await presentOffer(context, input.offerId);
}

async function ownOffer(
  context: Context,
  offerId: string,
): Promise<{ merchant: MerchantRow; offer: OfferRow }> {
  const merchant = await ownMerchant(context);
  // Locked, so that the stock does not move between the rule and the writing.
  const offer = await getOfferRow(context, offerId, true);
  if (offer.merchant_id !== merchant.id) throw new Problem('merchant.outside_your_area', 403);
  return { merchant, offer };
}

function refuseOffer(facts: OfferFacts, taken: number, { voucherPointsMax: max }: Limits): void {
  if (facts.validTo < facts.validFrom) throw new Problem('offer.dates', 400);
  if (facts.stockTotal < taken) throw new Problem('offer.stock_below', 409, { taken });
  if (facts.isOffline && facts.points > max) throw new Problem('offer.voucher_points', 409, { max });
}

const columnsOf = (facts: OfferFacts) => ({
  title: facts.title,
  kind: facts.kind,
  points: facts.points,
  stock_total: facts.stockTotal,
  person_cap: facts.personCap,
  family_cap: facts.familyCap,
  cap_period: facts.capPeriod,
  valid_from: facts.validFrom,
  valid_to: facts.validTo,
  offline: facts.isOffline,
});

async function announceChange(
  context: Context,
  merchant: MerchantRow,
  offerId: string,
  fields: readonly string[],
): Promise<void> {
  await context.emit({
    name: offerChanged.name,
    subject: { module: 'redemption', id: offerId },
    data: { merchantId: merchant.id, fields: [...fields] },
    areaPath: merchant.area_path,
  });
}

async function presentOffer(context: Context, offerId: string): Promise<ShopOffer> {
  const row = await getOfferRow(context, offerId);
  return viewShopOffer(context, row, await shopOf(context, row.merchant_id));
}

async function refuseStale(context: Context, offerId: string): Promise<never> {
  throw new Problem('version.stale', 409, { current: await presentOffer(context, offerId) });
}

// Staff

export async function addStaff(
  context: Context,
  input: InputOf<typeof addEndpoint>,
): Promise<OutputOf<typeof addEndpoint>> {
  const merchant = await requireOwner(context);
  const { areaId } = await shopOf(context, merchant.id);
  const post = await assignPostTo(context.as('system'), {
    ...input,
    role: 'merchant_staff',
    areaId,
    organisationId: merchant.organisation_id,
  });
  await context.emit({
    name: merchantStaffAdded.name,
    subject: { module: 'redemption', id: merchant.id },
    data: { accountId: post.accountId },
    areaPath: merchant.area_path,
  });
  return { done: true };
}

export async function removeStaff(
  context: Context,
  { postId }: InputOf<typeof removeEndpoint>,
): Promise<OutputOf<typeof removeEndpoint>> {
  const merchant = await requireOwner(context);
  const members = await membersOfOrganisation(context, merchant.organisation_id);
  const member = members.find((one) => one.postId === postId);
  if (!member) throw new Problem('input.id_unknown', 404);
  if (member.accountId === merchant.owner_account_id) throw new Problem('merchant.owner_stays', 409);

  await dismissFrom(context.as('system'), postId, 'merchant.staff_removed');
  await context.emit({
    name: merchantStaffRemoved.name,
    subject: { module: 'redemption', id: merchant.id },
    data: { postId },
    areaPath: merchant.area_path,
  });
  return { done: true };
}

/** @throws Problem 403 `merchant.not_owner` */
export async function requireOwner(context: Context): Promise<MerchantRow> {
  const merchant = await ownMerchant(context);
  if (!isOwner(context.actor, merchant)) throw new Problem('merchant.not_owner', 403);
  return merchant;
}
