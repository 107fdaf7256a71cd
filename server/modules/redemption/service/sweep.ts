// Timed work: what nobody came for, what can no longer be undone, the scores of the month.
import { merchantScored, redemptionHonoured, redemptionLapsed } from '#contract/redemption/events.ts';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { codeLimits } from '../limits.ts';
import { monthScoreOf, monthSpan, previousMonth } from '../rules.ts';
import { deleteOldCodes } from '../store/codes.ts';
import { type MerchantRow, merchantRows } from '../store/merchants.ts';
import { getOfferRow, moveStock } from '../store/offers.ts';
import { lapsedRows, type RedemptionRow, rowsToHonour, updateRedemption } from '../store/redemptions.ts';
import { entriesIn, insertScore, merchantsToScore, starsIn } from '../store/scores.ts';

const rowsMax = 200;

/** Gives the pieces back; the points were free at the end of the hold, by the clock of the ledger. */
export async function lapseReserved(context: Context): Promise<void> {
  const rows = await lapsedRows(context, rowsMax);
  const merchants = await merchantsOf(context, rows);
  // Offers are locked in one order, so that two sweeps cannot wait for each other.
  for (const row of rows.toSorted((a, b) => a.offer_id.localeCompare(b.offer_id))) {
    await getOfferRow(context, row.offer_id, true);
    await moveStock(context, row.offer_id, 1);
    await updateRedemption(context, row.id, { state: 'lapsed', code_digest: null, code_until: null });
    await context.emit({
      name: redemptionLapsed.name,
      subject: { module: 'redemption', id: row.id },
      from: 'reserved',
      to: 'lapsed',
      data: { offerId: row.offer_id, merchantId: row.merchant_id, points: row.points },
      areaPath: merchants.get(row.merchant_id)?.area_path ?? '/',
    });
  }
}

/** A merchant has kept its word once the customer can no longer be sent away again. */
export async function tellHonoured(context: Context): Promise<void> {
  const rows = await rowsToHonour(context, rowsMax);
  const merchants = await merchantsOf(context, rows);
  for (const row of rows) {
    const merchant = merchants.get(row.merchant_id);
    if (!merchant) continue;
    await updateRedemption(context, row.id, { honoured_at: context.now });
    await context.emit({
      name: redemptionHonoured.name,
      subject: { module: 'redemption', id: row.id },
      data: {
        offerId: row.offer_id,
        merchantId: row.merchant_id,
        organisationId: merchant.organisation_id,
        points: row.points,
      },
      areaPath: merchant.area_path,
    });
  }
}

async function merchantsOf(
  context: Context,
  rows: readonly RedemptionRow[],
): Promise<Map<string, MerchantRow>> {
  const merchants = await merchantRows(
    context,
    rows.map((row) => row.merchant_id),
  );
  return new Map(merchants.map((merchant) => [merchant.id, merchant]));
}

/** Publishes the scores of the month that ended; once is enough, again adds nothing. */
export async function publishScores(context: Context): Promise<void> {
  const month = previousMonth(dayOf(context.now).slice(0, 7));
  const { from, to } = monthSpan(month);
  const stars = await starsIn(context, from, to);
  for (const merchant of await merchantsToScore(context, month, to)) {
    const entries = await entriesIn(context, merchant.id, from, to);
    const score = monthScoreOf(
      entries.map((entry) => entry.points),
      stars.get(merchant.id) ?? [],
    );
    await insertScore(context, { merchant_id: merchant.id, month, ...score });
    await context.emit({
      name: merchantScored.name,
      subject: { module: 'redemption', id: merchant.id },
      data: { month, score: score.score },
      areaPath: merchant.area_path,
    });
  }
}

export async function forgetCodes(context: Context): Promise<void> {
  await deleteOldCodes(context, new Date(context.now.getTime() - codeLimits.codeKeptMs));
}
