// What a deed is worth, and how a command gets its id. Nothing here asks anybody.
import { createHash } from 'node:crypto';

export interface Rate {
  points: number;
  per: number;
}

/** A rest below `per` earns nothing (points.md: whole points only). */
export const worth = ({ points, per }: Rate, quantity: number): number => Math.floor(quantity / per) * points;

/** The largest quantity that earns no more than `amount`. */
export const quantityFor = ({ points, per }: Rate, amount: number): number =>
  Math.floor(amount / points) * per;

/** The same parts, the same id: a deed that is told twice is one command (R3). Shaped as a UUID version 8 (RFC 9562). */
export function commandIdOf(...parts: readonly (string | number)[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest();
  digest[6] = 0x80 | ((digest[6] ?? 0) & 0x0f);
  digest[8] = 0x80 | ((digest[8] ?? 0) & 0x3f);
  const hex = digest.subarray(0, 16).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export interface Owed {
  id: string;
  open: number;
}

/**
 * Points owed back are kept from what is earned next, oldest debt first (R10): what is left to grant, and what each
 * debt gets.
 */
export function keepBack(earned: number, owed: readonly Owed[]): { left: number; kept: Owed[] } {
  let left = earned;
  const kept: Owed[] = [];
  for (const debt of owed) {
    const amount = Math.min(left, debt.open);
    if (amount <= 0) break;
    kept.push({ id: debt.id, open: amount });
    left -= amount;
  }
  return { left, kept };
}

const beijing = 8 * 3_600_000;

/** The instant at which a day of Beijing begins. */
const beginning = (year: number, month: number): Date => new Date(Date.UTC(year, month, 1) - beijing);

/** The calendar month before an instant, in Beijing. */
export function monthBefore(now: Date): { month: string; from: Date; until: Date } {
  const here = new Date(now.getTime() + beijing);
  const [year, month] = [here.getUTCFullYear(), here.getUTCMonth()];
  const from = beginning(year, month - 1);
  const name = new Date(from.getTime() + beijing).toISOString().slice(0, 7);
  return { month: name, from, until: beginning(year, month) };
}

/** When a period of the board began; a school term begins in February or September. Null: ever. */
export function boardSince(period: 'month' | 'term' | 'all', now: Date): string | null {
  if (period === 'all') return null;
  const here = new Date(now.getTime() + beijing);
  const [year, month] = [here.getUTCFullYear(), here.getUTCMonth()];
  if (period === 'month') return beginning(year, month).toISOString();
  if (month >= 8) return beginning(year, 8).toISOString();
  return (month >= 1 ? beginning(year, 1) : beginning(year - 1, 8)).toISOString();
}

export interface Draft extends Rate {
  dayCap: number | null;
  yearCap: number | null;
}

export interface KnownDeed {
  source: string;
  account_id: string;
  quantity: number;
  amount: number;
  happened_at: string;
}

export interface Rehearsed {
  source: string;
  deeds: number;
  granted: number;
  would: number;
  capped: number;
}

/** Deeds in their order by a draft, each source for itself: what they earned and what they would have. */
export function rehearse(draft: Draft, deeds: readonly KnownDeed[]): Rehearsed[] {
  const bySource = Map.groupBy(deeds, ({ source }) => source);
  return [...bySource].map(([source, own]) => {
    const used = new Map<string, number>();
    const line = { source, deeds: own.length, granted: 0, would: 0, capped: 0 };
    for (const deed of own) {
      const day = new Date(Date.parse(deed.happened_at) + beijing).toISOString().slice(0, 10);
      const keys: [string, number | null][] = [
        [`${deed.account_id} ${day}`, draft.dayCap],
        [deed.account_id, draft.yearCap],
      ];
      const asked = worth(draft, deed.quantity);
      const left = keys.map(([key, cap]) => (cap === null ? asked : cap - (used.get(key) ?? 0)));
      const amount = Math.max(0, Math.min(asked, ...left));
      for (const [key] of keys) used.set(key, (used.get(key) ?? 0) + amount);
      line.granted += deed.amount;
      line.would += amount;
      if (amount < asked) line.capped += 1;
    }
    return line;
  });
}
