// The counter takes a redemption: by six digits, by the QR code, or by a voucher; and undoes it for ten minutes.
import type { InputOf } from '#contract/define.ts';
import type {
  captureCode as codeEndpoint,
  undoCapture as undoEndpoint,
  captureVoucher as voucherEndpoint,
} from '#contract/redemption/counter.ts';
import { redemptionCaptured, redemptionUndone } from '#contract/redemption/events.ts';
import type { Receipt } from '#contract/redemption/records.ts';
import { spokenMoment } from '#contract/redemption/words.ts';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { capturePoints, reverseTransfer } from '#modules/points/index.ts';
import { digestOf, isDigits, readQr } from '../code.ts';
import { codeLimits, later, minutesMs } from '../limits.ts';
import { mayUndo } from '../rules.ts';
import { codesWith, countMiss, missesNow } from '../store/codes.ts';
import type { MerchantRow } from '../store/merchants.ts';
import { getOfferRow, moveStock } from '../store/offers.ts';
import {
  findRedemptionRow,
  getRedemptionRow,
  type RedemptionRow,
  updateRedemption,
} from '../store/redemptions.ts';
import { deleteRating } from '../store/scores.ts';
import { viewReceipt } from '../view.ts';
import { readVoucher } from '../voucher.ts';
import { limitsOn } from './limits.ts';
import { keyOf, ownMerchant, shopOf } from './load.ts';

interface Named {
  redemptionId: string;
  /** Until when the code itself is good, in ms; a voucher is good as long as its hold. */
  goodUntil: number;
}

export async function captureCode(
  context: Context,
  { code }: InputOf<typeof codeEndpoint>,
): Promise<Receipt> {
  const merchant = await openCounter(context);
  const typed = code.replace(/\s/g, '');
  if (!isDigits(typed)) return await take(context, merchant, namedByQr(context, typed));

  if ((await missesNow(context, merchant.id)) >= codeLimits.missesPerMinuteMax)
    throw new Problem('redemption.too_many_guesses', 429);
  try {
    return await take(context, merchant, await namedByDigits(context, merchant, typed));
  } catch (error) {
    // Counted although the request is refused, and for every wrong answer: none of them may help a guess.
    if (error instanceof Problem) await context.apart((own) => countMiss(own, merchant.id));
    throw error;
  }
}

async function openCounter(context: Context): Promise<MerchantRow> {
  const merchant = await ownMerchant(context);
  if (merchant.status === 'suspended') throw new Problem('merchant.suspended', 409);
  return merchant;
}

function namedByQr(context: Context, text: string): Named {
  const code = readQr(context.services.crypto.sign, text);
  if (!code) throw new Problem('redemption.code_unknown', 404);
  if (code.streetId !== context.streetId) throw new Problem('redemption.other_street', 409);
  return { redemptionId: code.redemptionId, goodUntil: code.until * 1000 };
}

async function namedByDigits(context: Context, merchant: MerchantRow, digits: string): Promise<Named> {
  const digest = digestOf(context.services.crypto.sign, context.streetId, digits);
  const found = await codesWith(context, digest);
  const now = context.now.toISOString();
  const live = found.filter((one) => one.good_until > now);
  const own = live.filter((one) => one.merchant_id === merchant.id);
  if (new Set(own.map((one) => one.redemption_id)).size > 1)
    throw new Problem('redemption.code_unclear', 409);
  const [code] = [...own, ...live, ...found.filter((one) => one.merchant_id === merchant.id), ...found];
  if (!code) throw new Problem('redemption.code_unknown', 404);
  return { redemptionId: code.redemption_id, goodUntil: Date.parse(code.good_until) };
}

export async function captureVoucher(
  context: Context,
  { voucher }: InputOf<typeof voucherEndpoint>,
): Promise<Receipt> {
  const merchant = await openCounter(context);
  const facts = readVoucher(keyOf(context), voucher);
  if (!facts) throw new Problem('redemption.voucher_bad', 409);
  return await take(context, merchant, {
    redemptionId: facts.redemptionId,
    goodUntil: Number.POSITIVE_INFINITY,
  });
}

/** One counter takes it: whoever comes second waits for the row and reads when and where it was used. */
async function take(context: Context, merchant: MerchantRow, named: Named): Promise<Receipt> {
  const known = await findRedemptionRow(context, named.redemptionId);
  if (!known) throw new Problem('redemption.code_unknown', 404);
  const row = await getRedemptionRow(context, known.id, true);
  await refuseTaking(context, merchant, row, named);

  const { undoMinutes } = await limitsOn(context);
  const transferId = context.newId();
  await capturePoints(context, { commandId: transferId, holdId: row.hold_id });
  await updateRedemption(context, row.id, {
    state: 'captured',
    transfer_id: transferId,
    captured_at: context.now,
    undo_until: later(context.now, minutesMs(undoMinutes)),
    captured_by: context.actor.accountId,
    captured_device: context.request.device.slice(0, 200),
  });
  await context.emit({
    name: redemptionCaptured.name,
    subject: { module: 'redemption', id: row.id },
    from: row.state,
    to: 'captured',
    data: { offerId: row.offer_id, merchantId: row.merchant_id, points: row.points },
    areaPath: merchant.area_path,
  });
  return await receiptOf(context, row.id);
}

async function refuseTaking(
  context: Context,
  merchant: MerchantRow,
  row: RedemptionRow,
  { goodUntil }: Named,
): Promise<void> {
  const place = async () => (await shopOf(context, row.merchant_id)).name;
  if (row.merchant_id !== merchant.id)
    throw new Problem('redemption.wrong_shop', 409, { place: await place() });
  if (row.state === 'captured')
    throw new Problem('redemption.used', 409, { at: spokenAt(row.captured_at), place: await place() });
  if (row.state !== 'reserved') throw new Problem('redemption.returned', 409);
  if (row.hold_until <= context.now.toISOString())
    throw new Problem(row.mode === 'voucher' ? 'redemption.voucher_over' : 'redemption.held_too_long', 409);
  if (goodUntil <= context.now.getTime()) throw new Problem('redemption.code_expired', 409);
}

function spokenAt(instant: string | null): string {
  if (!instant) return '';
  const at = new Date(instant);
  // Beijing has kept one offset since 1991.
  const clock = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
  return spokenMoment(dayOf(at), clock);
}

export async function undoCapture(
  context: Context,
  { redemptionId }: InputOf<typeof undoEndpoint>,
): Promise<Receipt> {
  const merchant = await ownMerchant(context);
  const row = await getRedemptionRow(context, redemptionId, true);
  if (row.merchant_id !== merchant.id) throw new Problem('merchant.outside_your_area', 403);
  const may = mayUndo(row, context.now);
  if (may !== true) throw new Problem(may, 409);
  const offer = await getOfferRow(context, row.offer_id, true);

  await reverseTransfer(context, {
    commandId: context.newId(),
    transferId: row.transfer_id ?? '',
    reason: 'undone at the counter',
  });
  await moveStock(context, offer.id, 1);
  await deleteRating(context, row.id);
  await updateRedemption(context, row.id, { state: 'undone', undone_at: context.now });
  await context.emit({
    name: redemptionUndone.name,
    subject: { module: 'redemption', id: row.id },
    from: row.state,
    to: 'undone',
    data: { offerId: row.offer_id, merchantId: row.merchant_id, points: row.points },
    areaPath: merchant.area_path,
  });
  return await receiptOf(context, row.id);
}

async function receiptOf(context: Context, redemptionId: string): Promise<Receipt> {
  const row = await getRedemptionRow(context, redemptionId);
  return viewReceipt(context, row, await getOfferRow(context, row.offer_id));
}
