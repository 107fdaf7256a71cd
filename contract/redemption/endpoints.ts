// What residents do: choose an offer, show its code, rate it. The counter is in counter.ts, the office in office.ts.
import { z } from 'zod';
import { id, page, paging, text } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import { redemptionModes } from './codes.ts';
import { offer, redeemCode, redemption } from './records.ts';

const redemptionParams = z.object({ redemptionId: id });

export const listOffers = endpoint({
  name: 'redemption.list_offers',
  method: 'GET',
  path: '/api/offers',
  summary: 'Offers of the street that run now, those of the own community first.',
  access: 'signed_in',
  query: z.object({
    ...paging,
    merchantId: id.optional(),
    order: z.enum(['near', 'points']).default('near'),
  }),
  output: page(offer),
});

export const reserveOffer = endpoint({
  name: 'redemption.reserve',
  method: 'POST',
  path: '/api/offers/:offerId/redeem',
  summary: 'Holds the points and one piece of the stock until the counter takes them or the time is over.',
  access: 'signed_in',
  params: z.object({ offerId: id }),
  body: z.object({ mode: z.enum(redemptionModes).default('counter') }),
  output: redemption,
});

export const listMyRedemptions = endpoint({
  name: 'redemption.list_mine',
  method: 'GET',
  path: '/api/redemptions/mine',
  summary: 'Redemptions of the viewer and, from a pooled account, of the family; newest first.',
  access: 'signed_in',
  query: z.object(paging),
  output: page(redemption),
});

export const getMyRedemption = endpoint({
  name: 'redemption.get_mine',
  method: 'GET',
  path: '/api/redemptions/:redemptionId',
  summary: 'One redemption of the viewer or the family.',
  access: 'signed_in',
  params: redemptionParams,
  output: redemption,
});

export const showCode = endpoint({
  name: 'redemption.show_code',
  method: 'POST',
  path: '/api/redemptions/:redemptionId/code',
  summary: 'The code to show: the one that is still good, or a new one for 60 seconds.',
  access: 'signed_in',
  // A remembered answer would keep a code that lives for a minute.
  idempotent: false,
  params: redemptionParams,
  output: redeemCode,
});

export const cancelRedemption = endpoint({
  name: 'redemption.cancel',
  method: 'POST',
  path: '/api/redemptions/:redemptionId/cancel',
  summary: 'Gives the held points and the piece back before the counter has taken them.',
  access: 'signed_in',
  params: redemptionParams,
  output: redemption,
});

export const rateRedemption = endpoint({
  name: 'redemption.rate',
  method: 'POST',
  path: '/api/redemptions/:redemptionId/rating',
  summary: 'One rating for one captured redemption; it moves nobody’s points.',
  access: 'signed_in',
  params: redemptionParams,
  body: z.object({ stars: z.number().int().min(1).max(5), note: text(200).default('') }),
  output: redemption,
});
