// What the office does: the register of merchants that take part, their scores, and the monthly settlement.
import { z } from 'zod';
import { id, line, mobile, page, paging, version } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import { merchantStatuses, scoreItemNames, settlementStates } from './codes.ts';
import { merchant, merchantRow, settlement, settlementDossier } from './records.ts';

/** `2026-11`, a calendar month in Beijing. */
export const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/);

const merchantFacts = z.object({
  agreement: line(60).describe('Number of the agreement'),
  fenPerPoint: z.number().int().min(0).max(100_000).describe('Paid to the merchant for each point, in fen'),
  badge: z.boolean(),
  status: z.enum(merchantStatuses),
});
const merchantParams = z.object({ merchantId: id });

export const listMerchants = endpoint({
  name: 'redemption.list_merchants',
  method: 'GET',
  path: '/api/merchants',
  summary:
    'Merchants that take part, inside the viewer’s areas, with their score and this month’s captures and undos.',
  access: 'points.read',
  query: z.object({ ...paging, status: z.enum(merchantStatuses).optional() }),
  output: page(merchantRow),
});

export const getMerchant = endpoint({
  name: 'redemption.get_merchant',
  method: 'GET',
  path: '/api/merchants/:merchantId',
  summary: 'One merchant with offers, staff (masked) and score file.',
  access: 'points.read',
  params: merchantParams,
  output: merchant,
});

export const joinMerchant = endpoint({
  name: 'redemption.join_merchant',
  method: 'POST',
  path: '/api/merchants',
  summary: 'Takes a merchant of the register into the scheme, by agreement; its owner gets the counter.',
  access: 'merchant.edit',
  // The owner’s number is not kept with a remembered request.
  idempotent: false,
  body: merchantFacts.omit({ status: true }).extend({
    organisationId: id,
    badge: z.boolean().default(false),
    ownerName: line(40),
    ownerPhone: mobile,
  }),
  output: merchant,
});

export const changeMerchant = endpoint({
  name: 'redemption.change_merchant',
  method: 'POST',
  path: '/api/merchants/:merchantId',
  summary: 'Changes agreement, price of a point, badge or status.',
  access: 'merchant.edit',
  params: merchantParams,
  body: merchantFacts.extend({ version }),
  output: merchant,
});

export const enterScore = endpoint({
  name: 'redemption.enter_score',
  method: 'POST',
  path: '/api/merchants/:merchantId/score',
  summary: 'Enters an item with its weight into the score file of a merchant.',
  access: 'merchant.edit',
  params: merchantParams,
  body: z.object({ item: z.enum(scoreItemNames), note: line(100) }),
  output: merchant,
});

// Settlement

export const listSettlements = endpoint({
  name: 'redemption.list_settlements',
  method: 'GET',
  path: '/api/settlements',
  summary: 'Settlements inside the viewer’s areas, newest month first.',
  access: 'points.read',
  query: z.object({ ...paging, month: month.optional(), state: z.enum(settlementStates).optional() }),
  output: page(settlement),
});

const settlementParams = z.object({ settlementId: id });

export const getSettlement = endpoint({
  name: 'redemption.get_settlement',
  method: 'GET',
  path: '/api/settlements/:settlementId',
  summary: 'The frozen list of a merchant’s month, with the lines drawn for the audit.',
  access: 'points.read',
  params: settlementParams,
  output: settlementDossier,
});

export const readSheet = endpoint({
  name: 'redemption.read_sheet',
  method: 'GET',
  path: '/api/settlements/:settlementId/sheet',
  summary: 'The frozen list of a merchant’s month as .xlsx.',
  access: 'points.read',
  kind: 'stream',
  params: settlementParams,
  output: z.unknown(),
});

export const openSettlements = endpoint({
  name: 'redemption.open_settlements',
  method: 'POST',
  path: '/api/settlements',
  summary: 'Freezes a month for every merchant that captured in it; once more changes nothing.',
  access: 'merchant.edit',
  body: z.object({ month }),
  output: z.object({ opened: z.number().int(), known: z.number().int() }),
});

export const answerAppeal = endpoint({
  name: 'redemption.answer_appeal',
  method: 'POST',
  path: '/api/settlements/:settlementId/answer',
  summary: 'Answers what the merchant said against the list.',
  access: 'merchant.edit',
  params: settlementParams,
  body: z.object({ text: line(300), version }),
  output: settlement,
});

export const signSettlement = endpoint({
  name: 'redemption.sign_settlement',
  method: 'POST',
  path: '/api/settlements/:settlementId/sign',
  summary: 'The second signature, by somebody else than who opened it.',
  access: 'settlement.sign',
  params: settlementParams,
  body: z.object({ version }),
  output: settlement,
});

export const closeSettlement = endpoint({
  name: 'redemption.close_settlement',
  method: 'POST',
  path: '/api/settlements/:settlementId/close',
  summary: 'Closes a signed settlement with the reference of the payment made outside.',
  access: 'merchant.edit',
  params: settlementParams,
  body: z.object({ paymentReference: line(60), version }),
  output: settlement,
});
