// Rows as people may see them; the counter and the office never read who redeemed.
import { type DoneDeed, settlementDeeds } from '#contract/redemption/codes.ts';
import type {
  MonthScore,
  OfferRecord,
  Receipt,
  RedemptionRecord,
  SettlementDossier,
  SettlementRecord,
  Shop,
  ShopOffer,
} from '#contract/redemption/records.ts';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { maskName } from '#kernel/mask/mask.ts';
import { mayAt } from './policy.ts';
import { maySettle, mayUndo, offerStatus, type SettlementDeed } from './rules.ts';
import type { MerchantRow } from './store/merchants.ts';
import type { OfferRow } from './store/offers.ts';
import type { RedemptionRow } from './store/redemptions.ts';
import type { HandRow, SettlementRow } from './store/settlements.ts';

export interface ShopParts {
  row: MerchantRow;
  name: string;
  address: string | null;
  areaId: string;
  areaName: string;
  score: number | null;
  stars: number | null;
}

export function viewShop({ row, name, address, areaId, areaName, score, stars }: ShopParts): Shop {
  return { merchantId: row.id, name, address, areaId, areaName, badge: row.badge, score, stars };
}

export function viewOffer(context: Context, row: OfferRow, shop: ShopParts, isNear: boolean): OfferRecord {
  return {
    offerId: row.id,
    shop: viewShop(shop),
    title: row.title,
    kind: row.kind,
    points: row.points,
    stockTotal: row.stock_total,
    stockLeft: row.stock_left,
    personCap: row.person_cap,
    familyCap: row.family_cap,
    capPeriod: row.cap_period,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    isPaused: row.paused,
    isOffline: row.offline,
    isNear,
    status: offerStatus(row, shop.row.status, dayOf(context.now)),
    version: row.version,
  };
}

export function viewShopOffer(context: Context, row: OfferRow, shop: ShopParts): ShopOffer {
  return { ...viewOffer(context, row, shop, false), subsidyFen: row.points * shop.row.fen_per_point };
}

interface RedemptionParts {
  row: RedemptionRow;
  offer: OfferRow;
  shop: ShopParts;
  stars: number | null;
  voucher: { text: string; until: string } | null;
}

export function viewRedemption(context: Context, parts: RedemptionParts): RedemptionRecord {
  const { row, offer, shop, stars, voucher } = parts;
  const isHeld = row.state === 'reserved' && row.hold_until > context.now.toISOString();
  return {
    redemptionId: row.id,
    offerId: row.offer_id,
    title: offer.title,
    kind: offer.kind,
    points: row.points,
    shop: viewShop(shop),
    mode: row.mode,
    // The clock decides, not whether the sweep has been here.
    state: row.state === 'reserved' && !isHeld ? 'lapsed' : row.state,
    reservedAt: row.reserved_at,
    holdUntil: row.hold_until,
    capturedAt: row.captured_at,
    voucher: isHeld && voucher ? voucher.text : null,
    voucherUntil: isHeld && voucher ? voucher.until : null,
    stars,
    can: {
      show: isHeld || 'redemption.not_reserved',
      cancel: isHeld || 'redemption.not_reserved',
      rate: mayRate(context, row, stars),
    },
  };
}

/** Who redeemed says how it was; the family may look on. */
export function mayRate(
  { actor }: Context,
  row: Pick<RedemptionRow, 'state' | 'person_id'>,
  stars: number | null,
): true | string {
  if (row.person_id !== actor.personId) return 'redemption.not_yours';
  if (row.state !== 'captured') return 'redemption.rate_later';
  return stars === null || 'redemption.rated_already';
}

export function viewReceipt(context: Context, row: RedemptionRow, offer: OfferRow): Receipt {
  const capturedAt = row.captured_at ?? context.now.toISOString();
  return {
    redemptionId: row.id,
    offerId: row.offer_id,
    title: offer.title,
    points: row.points,
    subsidyFen: row.subsidy_fen,
    mode: row.mode,
    state: row.state,
    capturedAt,
    undoneAt: row.undone_at,
    undoUntil: row.undo_until ?? capturedAt,
    can: { undo: mayUndo(row, context.now) },
  };
}

const deeds: readonly SettlementDeed[] = ['confirm', 'appeal', 'answer', 'sign', 'close'];

export function viewSettlement(
  context: Context,
  row: SettlementRow,
  merchantName: string,
  isOwner: boolean,
): SettlementRecord {
  const by = context.actor.accountId ?? '';
  const rights: Record<SettlementDeed, true | string> = {
    confirm: isOwner || 'merchant.not_owner',
    appeal: isOwner || 'merchant.not_owner',
    answer: mayAt(context.actor, 'merchant.edit', row.area_path) || 'can.area',
    sign: mayAt(context.actor, 'settlement.sign', row.area_path) || 'can.area',
    close: mayAt(context.actor, 'merchant.edit', row.area_path) || 'can.area',
  };
  const can = Object.fromEntries(
    deeds.map((deed) => [deed, rights[deed] === true ? maySettle(deed, row, by, context.now) : rights[deed]]),
  ) as SettlementRecord['can'];
  return {
    settlementId: row.id,
    merchantId: row.merchant_id,
    merchantName,
    month: row.month,
    count: row.count,
    points: row.points,
    subsidyFen: row.subsidy_fen,
    state: row.state,
    openedAt: row.opened_at,
    silentUntil: row.silent_until,
    confirmedAt: row.confirmed_at,
    appeal: row.appeal,
    answer: row.answer,
    signedAt: row.signed_at,
    closedAt: row.closed_at,
    paymentReference: row.payment_reference,
    version: row.version,
    can,
  };
}

/** The owner of a shop is a neighbour, and stays masked; staff answer with their names. */
const byMerchant: readonly DoneDeed[] = ['confirmed', 'appealed'];

export function viewHand({ name, actor_name, at }: HandRow): SettlementDossier['hands'] {
  const deed = settlementDeeds.find((one) => name === `settlement.${one}`);
  if (!deed) return [];
  return [{ deed, name: byMerchant.includes(deed) ? maskName(actor_name) : actor_name, at }];
}

interface ScoreRow {
  month: string;
  base: number;
  items: number;
  rating_move: number;
  ratings: number;
  score: number;
}

export const viewScore = ({ rating_move, month, base, items, ratings, score }: ScoreRow): MonthScore => ({
  month,
  base,
  items,
  ratingMove: rating_move,
  ratings,
  score,
});
