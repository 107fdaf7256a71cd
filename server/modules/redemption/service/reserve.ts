// Choosing an offer: one piece of the stock and the points are kept until the counter takes them.
import type { InputOf } from '#contract/define.ts';
import type { CapPeriod, OfferStatus } from '#contract/redemption/codes.ts';
import type {
  cancelRedemption as cancelEndpoint,
  reserveOffer as reserveEndpoint,
} from '#contract/redemption/endpoints.ts';
import { redemptionCancelled, redemptionReserved } from '#contract/redemption/events.ts';
import type { Limits } from '#contract/redemption/limits.ts';
import type { RedemptionRecord } from '#contract/redemption/records.ts';
import { capPeriodLabels, spokenDay } from '#contract/redemption/words.ts';
import { dayOf, instantOn } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { personFacts } from '#modules/people/index.ts';
import { payingAccount, reservePoints, voidPoints } from '#modules/points/index.ts';
import { holdSecondsOf, hoursMs, later } from '../limits.ts';
import { isOwn } from '../policy.ts';
import { capSince, offerStatus } from '../rules.ts';
import { getMerchantRow, type MerchantRow } from '../store/merchants.ts';
import { getOfferRow, moveStock, type OfferRow } from '../store/offers.ts';
import {
  countTowardsCap,
  countTowardsLimits,
  getRedemptionRow,
  insertRedemption,
  type RedemptionRow,
  updateRedemption,
} from '../store/redemptions.ts';
import { limitsOn } from './limits.ts';
import { familyPersons, personOf } from './load.ts';
import { present } from './show.ts';

export async function reserveOffer(
  context: Context,
  input: InputOf<typeof reserveEndpoint>,
): Promise<RedemptionRecord> {
  const personId = personOf(context);
  // Everybody who wants the last piece waits for this row, and finds it gone.
  const offer = await getOfferRow(context, input.offerId, true);
  const merchant = await getMerchantRow(context, offer.merchant_id);
  const limits = await limitsOn(context);
  refuseOffer(context, offer, merchant, input.mode === 'voucher' ? limits : null);
  await refuseMinor(context, personId);

  const payerId = await payingAccount(context, personId);
  await refuseBeyondCaps(context, offer, limits, { personId, payerId });
  const holdId = context.newId();
  const ttlSeconds = holdSecondsOf(input.mode, limits);
  await reservePoints(context, {
    commandId: holdId,
    payer: payerId,
    payee: merchant.account_id,
    amount: offer.points,
    kind: 'redeem',
    ttlSeconds,
  });

  const id = context.newId();
  await moveStock(context, offer.id, -1);
  await insertRedemption(context, {
    id,
    offer_id: offer.id,
    merchant_id: merchant.id,
    mode: input.mode,
    person_id: personId,
    payer_id: payerId,
    points: offer.points,
    subsidy_fen: offer.points * merchant.fen_per_point,
    hold_id: holdId,
    hold_until: later(context.now, ttlSeconds * 1000),
    voucher_until: input.mode === 'voucher' ? later(context.now, hoursMs(limits.voucherHours)) : null,
  });
  await context.emit({
    name: redemptionReserved.name,
    subject: { module: 'redemption', id },
    to: 'reserved',
    data: { offerId: offer.id, merchantId: merchant.id, points: offer.points, mode: input.mode },
    areaPath: merchant.area_path,
  });
  return await present(context, id);
}

const refusals: Record<Exclude<OfferStatus, 'open'>, string> = {
  sold_out: 'redemption.offer_sold_out',
  paused: 'redemption.offer_paused',
  early: 'redemption.offer_early',
  over: 'redemption.offer_over',
};

/** With `voucher`, the limits of what goes without a network bind too. */
function refuseOffer(context: Context, offer: OfferRow, merchant: MerchantRow, voucher: Limits | null): void {
  if (merchant.status === 'suspended') throw new Problem('redemption.merchant_suspended', 409);
  const status = offerStatus(offer, merchant.status, dayOf(context.now));
  if (status !== 'open') throw new Problem(refusals[status], 409, { day: spokenDay(offer.valid_from) });
  if (voucher && (!offer.offline || offer.points > voucher.voucherPointsMax))
    throw new Problem('redemption.no_voucher', 409);
}

async function refuseMinor(context: Context, personId: string): Promise<void> {
  const facts = (await personFacts(context, [personId])).get(personId);
  if (!facts?.active) throw new Problem('redemption.not_a_resident', 409);
  // A child's points are spent by its guardian (points.md section 0).
  if (facts.isMinor) throw new Problem('redemption.minor', 409);
}

async function refuseBeyondCaps(
  context: Context,
  offer: OfferRow,
  limits: Limits,
  { personId, payerId }: { personId: string; payerId: string },
): Promise<void> {
  const since = instantOn(dayOf(context.now));
  const { merchant_id: merchantId } = offer;
  const now = await countTowardsLimits(context, { personId, payerId, merchantId, since });
  if (now.held >= limits.heldMax) throw new Problem('redemption.too_many_held', 409, { count: now.held });
  if (now.pair >= limits.pairPerDayMax)
    throw new Problem('redemption.day_limit', 409, { max: limits.pairPerDayMax });

  const had = await countTowardsCap(context, offer.id, {
    personId,
    payerId,
    since: capSince(offer.cap_period, context.now),
  });
  const full = (code: string, cap: number, period: CapPeriod) =>
    new Problem(code, 409, { cap, period: capPeriodLabels[period] });
  if (offer.person_cap !== null && had.person >= offer.person_cap)
    throw full('redemption.person_cap', offer.person_cap, offer.cap_period);
  if (offer.family_cap !== null && had.payer >= offer.family_cap)
    throw full('redemption.family_cap', offer.family_cap, offer.cap_period);
}

export async function cancelRedemption(
  context: Context,
  { redemptionId }: InputOf<typeof cancelEndpoint>,
): Promise<RedemptionRecord> {
  const row = await getRedemptionRow(context, redemptionId, true);
  refuseForeign(row, await familyPersons(context));
  refuseEnded(context, row);
  const offer = await getOfferRow(context, row.offer_id, true);
  const merchant = await getMerchantRow(context, row.merchant_id);

  await voidPoints(context, { commandId: context.newId(), holdId: row.hold_id });
  await moveStock(context, offer.id, 1);
  await updateRedemption(context, row.id, { state: 'voided', code_digest: null, code_until: null });
  await context.emit({
    name: redemptionCancelled.name,
    subject: { module: 'redemption', id: row.id },
    from: row.state,
    to: 'voided',
    data: { offerId: row.offer_id, merchantId: row.merchant_id, points: row.points },
    areaPath: merchant.area_path,
  });
  return await present(context, row.id);
}

/** @throws Problem 403 `redemption.not_yours` */
export function refuseForeign(row: RedemptionRow, personIds: readonly string[]): void {
  if (!isOwn(row, personIds)) throw new Problem('redemption.not_yours', 403);
}

/** What is no longer held can neither be shown nor cancelled. */
export function refuseEnded(context: Context, row: RedemptionRow): void {
  if (row.state !== 'reserved') throw new Problem('redemption.not_reserved', 409);
  if (row.hold_until <= context.now.toISOString()) throw new Problem('redemption.held_too_long', 409);
}
