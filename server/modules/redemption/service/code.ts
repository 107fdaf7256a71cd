// The code to show at the counter, good for a minute and renewed while the points are held.
import type { InputOf } from '#contract/define.ts';
import type {
  rateRedemption as rateEndpoint,
  showCode as showEndpoint,
} from '#contract/redemption/endpoints.ts';
import { redemptionRated } from '#contract/redemption/events.ts';
import type { RedeemCode, RedemptionRecord } from '#contract/redemption/records.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { digestOf, digitsOf, qrOf } from '../code.ts';
import { codeLimits } from '../limits.ts';
import { insertCode, isDigestLive } from '../store/codes.ts';
import { getMerchantRow } from '../store/merchants.ts';
import { getRedemptionRow, type RedemptionRow, updateRedemption } from '../store/redemptions.ts';
import { insertRating, starsOf } from '../store/scores.ts';
import { mayRate } from '../view.ts';
import { familyPersons } from './load.ts';
import { refuseEnded, refuseForeign } from './reserve.ts';
import { present } from './show.ts';

export async function showCode(
  context: Context,
  { redemptionId }: InputOf<typeof showEndpoint>,
): Promise<RedeemCode> {
  // Two phones of the family that open it at once get the same code.
  const row = await getRedemptionRow(context, redemptionId, true);
  refuseForeign(row, await familyPersons(context));
  refuseEnded(context, row);

  const until = await untilOf(context, row);
  const code = { streetId: context.streetId, redemptionId, until };
  const { sign } = context.services.crypto;
  return {
    redemptionId,
    digits: digitsOf(sign, code),
    qr: qrOf(sign, code),
    codeUntil: new Date(until * 1000).toISOString(),
    holdUntil: row.hold_until,
    codeSecondsLeft: secondsLeft(context, until * 1000),
    holdSecondsLeft: secondsLeft(context, Date.parse(row.hold_until)),
  };
}

const secondsLeft = ({ now }: Context, until: number): number =>
  Math.max(0, Math.floor((until - now.getTime()) / 1000));

const triesMax = 8;

/** Whole seconds until which the code is good: those of the code that still lives, or of a new one. */
async function untilOf(context: Context, row: RedemptionRow): Promise<number> {
  if (row.code_until && row.code_until > context.now.toISOString()) return Date.parse(row.code_until) / 1000;

  const { sign } = context.services.crypto;
  const end = Math.min(context.now.getTime() + codeLimits.codeMs, Date.parse(row.hold_until));
  for (let tried = 0; tried < triesMax; tried += 1) {
    // A second less gives other digits, when somebody shows these right now.
    const until = Math.ceil(end / 1000) - tried;
    const digits = digitsOf(sign, { streetId: context.streetId, redemptionId: row.id, until });
    const digest = digestOf(sign, context.streetId, digits);
    if (await isDigestLive(context, digest)) continue;
    const good = new Date(until * 1000);
    await insertCode(context, { digest, redemptionId: row.id, until: good });
    await updateRedemption(context, row.id, { code_digest: digest, code_until: good });
    return until;
  }
  throw new Problem('redemption.code_unclear', 409);
}

export async function rateRedemption(
  context: Context,
  { redemptionId, stars, note }: InputOf<typeof rateEndpoint>,
): Promise<RedemptionRecord> {
  const row = await getRedemptionRow(context, redemptionId, true);
  const given = (await starsOf(context, [redemptionId])).get(redemptionId) ?? null;
  const may = mayRate(context, row, given);
  if (may !== true) throw new Problem(may, may === 'redemption.not_yours' ? 403 : 409);

  const merchant = await getMerchantRow(context, row.merchant_id);
  if (!(await insertRating(context, { redemptionId, merchantId: merchant.id, stars, note })))
    throw new Problem('redemption.rated_already', 409);
  await context.emit({
    name: redemptionRated.name,
    subject: { module: 'redemption', id: redemptionId },
    data: { merchantId: merchant.id, stars },
    areaPath: merchant.area_path,
  });
  return await present(context, redemptionId);
}
