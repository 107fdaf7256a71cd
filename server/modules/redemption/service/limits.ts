// What binds residents and merchants: a new version from a day on, in the name of who made it.
import type { InputOf, OutputOf } from '#contract/define.ts';
import { limitsChanged } from '#contract/redemption/events.ts';
import type {
  changeLimits as changeEndpoint,
  Limits,
  listLimits as listEndpoint,
} from '#contract/redemption/limits.ts';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { firstLimits } from '../limits.ts';
import { mayChangeLimits } from '../policy.ts';
import { insertLimits, type LimitsRow, limitRowOn, limitRows } from '../store/limits.ts';

const limitsOf = (row: LimitsRow): Limits => ({
  holdMinutes: row.hold_minutes,
  undoMinutes: row.undo_minutes,
  voucherPointsMax: row.voucher_points_max,
  voucherHours: row.voucher_hours,
  heldMax: row.held_max,
  pairPerDayMax: row.pair_per_day_max,
  sampleOneIn: row.sample_one_in,
  silenceDays: row.silence_days,
});

/** What is in force on a day, today when none is said. */
export async function limitsOn(context: Context, day = dayOf(context.now)): Promise<Limits> {
  const row = await limitRowOn(context, day);
  return row ? limitsOf(row) : firstLimits;
}

export const readLimits = async (context: Context): Promise<Limits> => await limitsOn(context);

export async function listLimits(context: Context): Promise<OutputOf<typeof listEndpoint>> {
  const rows = await limitRows(context);
  const now = (await limitRowOn(context, dayOf(context.now)))?.version ?? 1;
  const made = rows.map((row) => ({
    ...limitsOf(row),
    version: row.version,
    fromOn: row.from_on,
    reason: row.reason,
    madeBy: row.made_by_name,
    madeAt: row.made_at,
    isInForce: row.version === now,
  }));
  const nobody = { fromOn: null, reason: '', madeBy: null, madeAt: null };
  const first = { ...firstLimits, ...nobody, version: 1, isInForce: now === 1 };
  return { items: [...made, first], can: { change: mayChangeLimits(context.actor, context.streetId) } };
}

export async function changeLimits(context: Context, input: InputOf<typeof changeEndpoint>) {
  const { fromOn, reason, version, ...limits } = input;
  const may = mayChangeLimits(context.actor, context.streetId);
  if (may !== true) throw new Problem(may, 403);
  if (fromOn < dayOf(context.now)) throw new Problem('redemption_limits.past', 409);
  const newest = (await limitRows(context))[0]?.version ?? 1;
  const row = {
    version: newest + 1,
    hold_minutes: limits.holdMinutes,
    undo_minutes: limits.undoMinutes,
    voucher_points_max: limits.voucherPointsMax,
    voucher_hours: limits.voucherHours,
    held_max: limits.heldMax,
    pair_per_day_max: limits.pairPerDayMax,
    sample_one_in: limits.sampleOneIn,
    silence_days: limits.silenceDays,
    from_on: fromOn,
    reason,
  };
  if (version !== newest || !(await insertLimits(context, row))) throw new Problem('version.stale', 409);
  await context.emit({
    name: limitsChanged.name,
    subject: { module: 'redemption', id: String(row.version) },
    data: { ...limits, version: row.version, fromOn },
  });
  return { done: true as const };
}
