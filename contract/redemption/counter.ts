// What a merchant does at the counter and behind it. Everything is about the own shop, which the post names.
import { z } from 'zod';
import { day, done, id, line, mobile, page, paging, version } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import { capPeriods, offerKinds } from './codes.ts';
import { ownShop, receipt, settlement, settlementFile, shopMonth, shopOffer } from './records.ts';

const access = 'redemption.capture' as const;
const redemptionParams = z.object({ redemptionId: id });

export const readShop = endpoint({
  name: 'redemption.shop',
  method: 'GET',
  path: '/api/shop',
  summary: 'The own shop: name, badge, score, figures of today and the month, staff.',
  access,
  output: ownShop,
});

export const captureCode = endpoint({
  name: 'redemption.capture',
  method: 'POST',
  path: '/api/shop/captures',
  summary: 'Takes a redemption by the code that the customer shows: six digits or the text of the QR code.',
  access,
  body: z.object({ code: z.string().trim().min(6).max(400) }),
  output: receipt,
});

export const captureVoucher = endpoint({
  name: 'redemption.capture_voucher',
  method: 'POST',
  path: '/api/shop/vouchers',
  summary: 'Takes a voucher, also one that was accepted without a network a while ago.',
  access,
  body: z.object({ voucher: z.string().trim().min(20).max(600) }),
  output: receipt,
});

export const undoCapture = endpoint({
  name: 'redemption.undo',
  method: 'POST',
  path: '/api/shop/redemptions/:redemptionId/undo',
  summary: 'Undoes a capture within ten minutes; the points go back with the life they had.',
  access,
  params: redemptionParams,
  output: receipt,
});

export const listReceipts = endpoint({
  name: 'redemption.list_receipts',
  method: 'GET',
  path: '/api/shop/redemptions',
  summary: 'What the own shop took on a day, newest first; without a day, today.',
  access,
  query: z.object({ ...paging, on: day.optional() }),
  output: page(receipt),
});

export const listShopOffers = endpoint({
  name: 'redemption.list_shop_offers',
  method: 'GET',
  path: '/api/shop/offers',
  summary: 'All offers of the own shop, running or over.',
  access,
  query: z.object(paging),
  output: page(shopOffer),
});

export const offerFacts = z.object({
  title: line(40),
  kind: z.enum(offerKinds),
  points: z.number().int().min(1).max(100_000),
  stockTotal: z.number().int().min(0).max(1_000_000),
  personCap: z.number().int().min(1).max(1_000).nullable().default(null),
  familyCap: z.number().int().min(1).max(1_000).nullable().default(null),
  capPeriod: z.enum(capPeriods).default('month'),
  validFrom: day,
  validTo: day,
  isOffline: z.boolean().default(false),
});
export type OfferFacts = z.output<typeof offerFacts>;

export const publishOffer = endpoint({
  name: 'redemption.publish_offer',
  method: 'POST',
  path: '/api/shop/offers',
  summary: 'Publishes an offer of the own shop.',
  access,
  body: offerFacts,
  output: shopOffer,
});

const offerParams = z.object({ offerId: id });

export const changeOffer = endpoint({
  name: 'redemption.change_offer',
  method: 'POST',
  path: '/api/shop/offers/:offerId',
  summary: 'Changes an offer; what is reserved already keeps its price.',
  access,
  params: offerParams,
  body: offerFacts.extend({ version }),
  output: shopOffer,
});

export const pauseOffer = endpoint({
  name: 'redemption.pause_offer',
  method: 'POST',
  path: '/api/shop/offers/:offerId/pause',
  summary: 'Stops an offer for a while or lets it run again.',
  access,
  params: offerParams,
  body: z.object({ isPaused: z.boolean(), version }),
  output: shopOffer,
});

export const addShopStaff = endpoint({
  name: 'redemption.add_staff',
  method: 'POST',
  path: '/api/shop/staff',
  summary: 'The owner gives a colleague the counter; they sign in with phone and code.',
  access,
  // The answer has nobody’s number, and the request is not kept with it.
  idempotent: false,
  body: z.object({ name: line(40), phone: mobile }),
  output: done,
});

export const removeShopStaff = endpoint({
  name: 'redemption.remove_staff',
  method: 'POST',
  path: '/api/shop/staff/:postId/end',
  summary: 'The owner takes the counter from a colleague; their sessions end at once.',
  access,
  params: z.object({ postId: id }),
  output: done,
});

// The month

export const listShopMonths = endpoint({
  name: 'redemption.list_shop_months',
  method: 'GET',
  path: '/api/shop/months',
  summary: 'The months of the own shop with count, points and subsidy; at most 24, newest first.',
  access,
  output: z.object({ items: z.array(shopMonth) }),
});

const settlementParams = z.object({ settlementId: id });

export const getShopSettlement = endpoint({
  name: 'redemption.get_shop_settlement',
  method: 'GET',
  path: '/api/shop/settlements/:settlementId',
  summary: 'The frozen list of a month of the own shop.',
  access,
  params: settlementParams,
  output: settlementFile,
});

export const readShopSheet = endpoint({
  name: 'redemption.read_shop_sheet',
  method: 'GET',
  path: '/api/shop/settlements/:settlementId/sheet',
  summary: 'The frozen list of a month of the own shop as .xlsx.',
  access,
  kind: 'stream',
  params: settlementParams,
  output: z.unknown(),
});

export const confirmSettlement = endpoint({
  name: 'redemption.confirm_settlement',
  method: 'POST',
  path: '/api/shop/settlements/:settlementId/confirm',
  summary: 'The merchant agrees with the list of the month.',
  access,
  params: settlementParams,
  body: z.object({ version }),
  output: settlement,
});

export const appealSettlement = endpoint({
  name: 'redemption.appeal_settlement',
  method: 'POST',
  path: '/api/shop/settlements/:settlementId/appeal',
  summary: 'The merchant says what is wrong with the list; nobody signs before it is answered.',
  access,
  params: settlementParams,
  body: z.object({ text: line(300), version }),
  output: settlement,
});
