// May this happen, now, and what becomes of it? Pure.
import {
  type CapPeriod,
  type MerchantStatus,
  type OfferStatus,
  type RedemptionState,
  type SettlementState,
  scoreRule,
} from '#contract/redemption/codes.ts';
import { addDays, dayOf, instantOn, weekdayOf } from '#kernel/calendar/time.ts';
import { minutesMs } from './limits.ts';

interface OfferFacts {
  stock_left: number;
  paused: boolean;
  valid_from: string;
  valid_to: string;
}

export function offerStatus(offer: OfferFacts, merchant: MerchantStatus, today: string): OfferStatus {
  if (today > offer.valid_to) return 'over';
  if (offer.paused || merchant === 'suspended') return 'paused';
  if (today < offer.valid_from) return 'early';
  return offer.stock_left > 0 ? 'open' : 'sold_out';
}

/** Since when redemptions count towards a cap; null: always. */
export function capSince(period: CapPeriod, now: Date): Date | null {
  const today = dayOf(now);
  const begin: Record<CapPeriod, string | null> = {
    day: today,
    week: addDays(today, -((weekdayOf(today) + 6) % 7)),
    month: `${today.slice(0, 7)}-01`,
    whole: null,
  };
  const day = begin[period];
  return day === null ? null : instantOn(day);
}

/** The instants at which a month begins and the next one does, in Beijing. */
export function monthSpan(month: string): { from: Date; to: Date } {
  return { from: instantOn(`${month}-01`), to: instantOn(`${nextMonth(month)}-01`) };
}

export function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

export function previousMonth(month: string): string {
  return addDays(`${month}-01`, -1).slice(0, 7);
}

/** A month may be frozen when nothing in it can be undone any more. */
export function mayOpen(month: string, now: Date, undoMinutes: number): boolean {
  return now.getTime() >= monthSpan(month).to.getTime() + minutesMs(undoMinutes);
}

interface Taken {
  state: RedemptionState;
  undo_until: string | null;
  settlement_id: string | null;
}

export function mayUndo(taken: Taken, now: Date): true | string {
  if (taken.state !== 'captured' || taken.undo_until === null) return 'redemption.not_captured';
  return now.toISOString() < taken.undo_until && taken.settlement_id === null ? true : 'redemption.undo_late';
}

interface SettlementFacts {
  state: SettlementState;
  opened_by: string;
  silent_until: string;
}

export type SettlementDeed = 'confirm' | 'appeal' | 'answer' | 'sign' | 'close';

const reasons: Record<SettlementState, string> = {
  open: 'settlement.not_confirmed',
  confirmed: 'settlement.not_open',
  appealed: 'settlement.appeal_open',
  signed: 'settlement.signed_already',
  closed: 'settlement.closed',
};

/** From which states a deed may be done. */
const from: Record<SettlementDeed, readonly SettlementState[]> = {
  confirm: ['open', 'appealed'],
  appeal: ['open'],
  answer: ['appealed'],
  sign: ['confirmed'],
  close: ['signed'],
};

export function maySettle(deed: SettlementDeed, one: SettlementFacts, by: string, now: Date): true | string {
  // Who opens never signs, whatever else holds.
  if (deed === 'sign' && one.opened_by === by) return 'settlement.same_person';
  if (from[deed].includes(one.state)) return true;
  if (deed === 'sign' && one.state === 'open' && now.toISOString() >= one.silent_until) return true;
  if (deed === 'answer' && one.state !== 'closed') return 'settlement.not_appealed';
  if (deed === 'close' && one.state !== 'closed') return 'settlement.not_signed';
  return reasons[one.state];
}

/** Middle value; of an even number the lower one of the two in the middle, so that one voice moves nothing up. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

/** Three stars move nothing; the median of few ratings neither. */
export function ratingMove(stars: readonly number[]): number {
  const middle = median(stars);
  if (middle === null || stars.length < scoreRule.ratingsMin) return 0;
  return Math.max(
    -scoreRule.ratingMoveMax,
    Math.min(scoreRule.ratingMoveMax, Math.round((middle - 3) * (scoreRule.ratingMoveMax / 2))),
  );
}

export function monthScoreOf(entries: readonly number[], stars: readonly number[]) {
  const items = entries.reduce((sum, points) => sum + points, 0);
  const move = ratingMove(stars);
  const score = Math.max(0, Math.min(100, scoreRule.base + items + move));
  return { base: scoreRule.base, items, rating_move: move, ratings: stars.length, score };
}
