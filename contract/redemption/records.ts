import { z } from 'zod';
import { can, day, id, instant, version } from '#contract/common.ts';
import {
  capPeriods,
  merchantStatuses,
  offerKinds,
  offerStatuses,
  redemptionModes,
  redemptionStates,
  scoreItemNames,
  settlementDeeds,
  settlementStates,
} from './codes.ts';
import { limits } from './limits.ts';

/** A merchant as everybody may see it. */
export const shop = z
  .object({
    merchantId: id,
    name: z.string(),
    address: z.string().nullable(),
    areaId: id,
    areaName: z.string(),
    badge: z.boolean().describe('Bears the 金牌商居同盟 badge'),
    score: z.number().int().nullable().describe('Published score of the last month'),
    stars: z.number().nullable().describe('Median of the ratings'),
  })
  .meta({ id: 'Shop' });
export type Shop = z.output<typeof shop>;

export const offer = z
  .object({
    offerId: id,
    shop,
    title: z.string(),
    kind: z.enum(offerKinds),
    points: z.number().int(),
    stockTotal: z.number().int(),
    stockLeft: z.number().int(),
    personCap: z.number().int().nullable(),
    familyCap: z.number().int().nullable(),
    capPeriod: z.enum(capPeriods),
    validFrom: day,
    validTo: day,
    isPaused: z.boolean(),
    isOffline: z.boolean().describe('Can be had as a voucher that the counter checks without a network'),
    isNear: z.boolean().describe('In the own community of the viewer'),
    status: z.enum(offerStatuses),
    version,
  })
  .meta({ id: 'Offer' });
export type OfferRecord = z.output<typeof offer>;

export const shopOffer = offer
  .extend({ subsidyFen: z.number().int().describe('What the street pays the merchant for one, in fen') })
  .meta({ id: 'ShopOffer' });
export type ShopOffer = z.output<typeof shopOffer>;

/** One redemption as the family sees it. */
export const redemption = z
  .object({
    redemptionId: id,
    offerId: id,
    title: z.string(),
    kind: z.enum(offerKinds),
    points: z.number().int(),
    shop,
    mode: z.enum(redemptionModes),
    state: z.enum(redemptionStates),
    reservedAt: instant,
    /** Until then the points are held; afterwards they are free again. */
    holdUntil: instant,
    capturedAt: instant.nullable(),
    /** What the counter scans when it has no network; only while a voucher is reserved. */
    voucher: z.string().nullable(),
    voucherUntil: instant.nullable(),
    stars: z.number().int().nullable(),
    can: can('show', 'cancel', 'rate'),
  })
  .meta({ id: 'Redemption' });
export type RedemptionRecord = z.output<typeof redemption>;

export const redeemCode = z
  .object({
    redemptionId: id,
    digits: z.string().length(6),
    /** Text of the QR code; good as long as the digits. */
    qr: z.string(),
    codeUntil: instant,
    holdUntil: instant,
    /** By the clock of the server: phones may be a day wrong. */
    codeSecondsLeft: z.number().int(),
    holdSecondsLeft: z.number().int(),
  })
  .meta({ id: 'RedeemCode' });
export type RedeemCode = z.output<typeof redeemCode>;

/** What the counter reads after a capture, and in the list of the day; names nobody. */
export const receipt = z
  .object({
    redemptionId: id,
    offerId: id,
    title: z.string(),
    points: z.number().int(),
    subsidyFen: z.number().int(),
    mode: z.enum(redemptionModes),
    state: z.enum(redemptionStates),
    capturedAt: instant,
    undoneAt: instant.nullable(),
    undoUntil: instant,
    can: can('undo'),
  })
  .meta({ id: 'Receipt' });
export type Receipt = z.output<typeof receipt>;

export const staffMember = z.object({
  accountId: id,
  postId: id,
  name: z.string().describe('In the clear to the owner and to oneself, else masked'),
  isOwner: z.boolean(),
  isSelf: z.boolean(),
});
export type StaffMember = z.output<typeof staffMember>;

/** The own shop behind the counter. */
export const ownShop = z
  .object({
    shop,
    status: z.enum(merchantStatuses),
    isOwner: z.boolean(),
    today: z.number().int(),
    month: z.number().int(),
    staff: z.array(staffMember),
    /** Ed25519 key of the street, base64: by it the counter checks vouchers without a network. */
    voucherKey: z.string(),
    limits,
  })
  .meta({ id: 'OwnShop' });
export type OwnShop = z.output<typeof ownShop>;

const scoreEntry = z.object({
  entryId: id,
  item: z.enum(scoreItemNames),
  points: z.number().int(),
  note: z.string(),
  at: instant,
});

export const monthScore = z.object({
  month: z.string(),
  base: z.number().int(),
  items: z.number().int(),
  ratingMove: z.number().int(),
  ratings: z.number().int(),
  score: z.number().int(),
});
export type MonthScore = z.output<typeof monthScore>;

export const merchantRow = z
  .object({
    merchantId: id,
    organisationId: id,
    name: z.string(),
    areaName: z.string(),
    agreement: z.string(),
    status: z.enum(merchantStatuses),
    badge: z.boolean(),
    fenPerPoint: z.number().int(),
    score: z.number().int().nullable(),
    stars: z.number().nullable(),
    offersOpen: z.number().int(),
    captured: z.number().int().describe('This month'),
    undone: z.number().int().describe('This month'),
  })
  .meta({ id: 'MerchantRow' });
export type MerchantRow = z.output<typeof merchantRow>;

export const merchant = merchantRow
  .extend({
    offers: z.array(shopOffer),
    staff: z.array(staffMember),
    scores: z.array(monthScore),
    entries: z.array(scoreEntry).describe('Entered this month, not published yet'),
    version,
    can: can('edit'),
  })
  .meta({ id: 'Merchant' });
export type MerchantRecord = z.output<typeof merchant>;

export const settlement = z
  .object({
    settlementId: id,
    merchantId: id,
    merchantName: z.string(),
    month: z.string(),
    count: z.number().int(),
    points: z.number().int(),
    subsidyFen: z.number().int(),
    state: z.enum(settlementStates),
    openedAt: instant,
    silentUntil: instant.describe('A merchant that has said nothing by then has agreed'),
    confirmedAt: instant.nullable(),
    appeal: z.string().nullable(),
    answer: z.string().nullable(),
    signedAt: instant.nullable(),
    closedAt: instant.nullable(),
    paymentReference: z.string().nullable(),
    version,
    can: can('confirm', 'appeal', 'answer', 'sign', 'close'),
  })
  .meta({ id: 'Settlement' });
export type SettlementRecord = z.output<typeof settlement>;

export const settlementLine = z.object({
  redemptionId: id,
  title: z.string(),
  points: z.number().int(),
  subsidyFen: z.number().int(),
  capturedAt: instant,
  isSample: z.boolean().describe('Drawn for the audit; the same lines whoever looks'),
});

export const settlementFile = settlement
  .extend({ lines: z.array(settlementLine) })
  .meta({ id: 'SettlementFile' });
export type SettlementFile = z.output<typeof settlementFile>;

/** The list as the office reads it: also whose hands it went through. */
export const settlementDossier = settlementFile
  .extend({
    hands: z.array(
      z.object({
        deed: z.enum(settlementDeeds),
        name: z.string().describe('Staff in the clear; the merchant masked'),
        at: instant,
      }),
    ),
  })
  .meta({ id: 'SettlementDossier' });
export type SettlementDossier = z.output<typeof settlementDossier>;

/** A month of the shop: settled, or still running. */
export const shopMonth = z
  .object({
    month: z.string(),
    count: z.number().int(),
    points: z.number().int(),
    subsidyFen: z.number().int(),
    settlement: settlement.nullable(),
  })
  .meta({ id: 'ShopMonth' });
export type ShopMonth = z.output<typeof shopMonth>;
