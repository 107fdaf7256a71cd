import { z } from 'zod';
import { id } from '#contract/common.ts';
import { event } from '#contract/define.ts';
import { limitFields } from './limits.ts';

const offered = z.object({ offerId: id, merchantId: id, points: z.number().int() });
const ofMerchant = z.object({ merchantId: id });
const settled = z.object({ merchantId: id, month: z.string() });

export const merchantJoined = event('merchant.joined', z.object({ organisationId: id }));
export const merchantChanged = event('merchant.changed', z.object({ fields: z.array(z.string()) }));
export const merchantScoreEntered = event(
  'merchant.score_entered',
  z.object({ item: z.string(), points: z.number().int() }),
);
export const merchantScored = event(
  'merchant.scored',
  z.object({ month: z.string(), score: z.number().int() }),
);
export const merchantStaffAdded = event('merchant.staff_added', z.object({ accountId: id }));
export const merchantStaffRemoved = event('merchant.staff_removed', z.object({ postId: id }));
export const offerPublished = event('offer.published', ofMerchant);
export const offerChanged = event('offer.changed', ofMerchant.extend({ fields: z.array(z.string()) }));
export const redemptionReserved = event('redemption.reserved', offered.extend({ mode: z.string() }));
export const redemptionCaptured = event('redemption.captured', offered);
export const redemptionUndone = event('redemption.undone', offered);
export const redemptionCancelled = event('redemption.cancelled', offered);
export const redemptionLapsed = event('redemption.lapsed', offered);
/** The capture can no longer be undone: the merchant has kept its word. Points earn it something by a tariff. */
export const redemptionHonoured = event('redemption.honoured', offered.extend({ organisationId: id }));
export const redemptionRated = event('redemption.rated', ofMerchant.extend({ stars: z.number().int() }));
export const limitsChanged = event(
  'redemption.limits_changed',
  z.object({ ...limitFields, version: z.number().int(), fromOn: z.iso.date() }),
);
export const settlementOpened = event(
  'settlement.opened',
  settled.extend({ count: z.number().int(), points: z.number().int(), subsidyFen: z.number().int() }),
);
export const settlementConfirmed = event('settlement.confirmed', settled);
export const settlementAppealed = event('settlement.appealed', settled);
export const settlementAnswered = event('settlement.answered', settled);
export const settlementSigned = event('settlement.signed', settled);
export const settlementClosed = event('settlement.closed', settled.extend({ paymentReference: z.string() }));
