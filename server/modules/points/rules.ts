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
