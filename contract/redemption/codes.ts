// Closed lists of redemption; their Chinese names are in words.ts.

export const merchantStatuses = ['active', 'suspended'] as const;
export type MerchantStatus = (typeof merchantStatuses)[number];

export const offerKinds = ['coupon', 'goods', 'service'] as const;
export type OfferKind = (typeof offerKinds)[number];

/** How long a cap counts: a calendar day, a week from Monday, a calendar month, or as long as the offer runs. */
export const capPeriods = ['day', 'week', 'month', 'whole'] as const;
export type CapPeriod = (typeof capPeriods)[number];

/** What a resident meets when asking for an offer; only `open` can be had. */
export const offerStatuses = ['open', 'sold_out', 'paused', 'early', 'over'] as const;
export type OfferStatus = (typeof offerStatuses)[number];

export const redemptionModes = ['counter', 'voucher'] as const;
export type RedemptionMode = (typeof redemptionModes)[number];

export const redemptionStates = ['reserved', 'captured', 'undone', 'lapsed', 'voided'] as const;
export type RedemptionState = (typeof redemptionStates)[number];

export const settlementStates = ['open', 'confirmed', 'appealed', 'signed', 'closed'] as const;
export type SettlementState = (typeof settlementStates)[number];

/** What people did to a settlement, in the order it usually goes; each is an event `settlement.<deed>`. */
export const settlementDeeds = ['opened', 'confirmed', 'appealed', 'answered', 'signed', 'closed'] as const;
export type DoneDeed = (typeof settlementDeeds)[number];

/** Base of every month, what it may move by ratings, and below which a merchant is spoken to (青岛灵山卫 pattern). */
export const scoreRule = { base: 80, ratingMoveMax: 5, ratingsMin: 3, floor: 60 } as const;

/** What staff may enter into the score file of a merchant, with its weight; published every month. */
export const scoreItems = {
  extra_offer: 3,
  helped_neighbours: 5,
  joined_activity: 4,
  space_lent: 4,
  offer_refused: -10,
  complaint_upheld: -8,
  hygiene: -6,
  blocked_pavement: -5,
} as const;
export type ScoreItem = keyof typeof scoreItems;
export const scoreItemNames = Object.keys(scoreItems) as [ScoreItem, ...ScoreItem[]];
