// Mode A: the code that the venue shows. 21 bytes: form and direction 1, occurrence 8, step 4, digest 8.
import type { Direction } from '../kinds.ts';
import { fromBase45, toBase45 } from './base45.ts';
import { type Bytes, join, word, wordAt } from './bytes.ts';
import { digitsOf, macOf, sameBytes } from './mac.ts';

const forms = { in: 0x1a, out: 0x1b } as const;
const macLength = 8;
const length = 21;
const digitsCount = 6;

export interface VenueKey {
  streetId: number;
  /** 8 bytes. */
  occurrence: Bytes;
  /** K_occ, 32 bytes: never leaves the devices of staff. */
  secret: Bytes;
}

export interface VenueCode {
  direction: Direction;
  occurrence: Bytes;
  step: number;
  mac: Bytes;
}

export async function makeVenueCode(key: VenueKey, direction: Direction, step: number): Promise<string> {
  const { occurrence, secret, streetId } = key;
  const mac = await macOf(secret, { purpose: direction, streetId, subject: occurrence, step }, macLength);
  return toBase45(join(Uint8Array.of(forms[direction]), occurrence, word(step), mac));
}

/** Null for what is no venue code. Says nothing about whether it is genuine. */
export function readVenueCode(text: string): VenueCode | null {
  const bytes = fromBase45(text);
  if (bytes?.length !== length) return null;
  const direction = bytes[0] === forms.in ? 'in' : bytes[0] === forms.out ? 'out' : null;
  if (!direction) return null;
  return { direction, occurrence: bytes.slice(1, 9), step: wordAt(bytes, 9), mac: bytes.slice(13) };
}

export async function isGenuineVenueCode(key: VenueKey, code: VenueCode): Promise<boolean> {
  const { secret, streetId, occurrence } = key;
  const { direction, step } = code;
  const mac = await macOf(secret, { purpose: direction, streetId, subject: occurrence, step }, macLength);
  return sameBytes(mac, code.mac) && sameBytes(occurrence, code.occurrence);
}

/** The six digits beside the code. They carry no step: who checks them tries the steps that may be. */
export async function venueDigits(key: VenueKey, direction: Direction, step: number): Promise<string> {
  const { secret, streetId, occurrence } = key;
  const sealed = { purpose: `digits-${direction}`, streetId, subject: occurrence, step } as const;
  return await digitsOf(secret, sealed, digitsCount);
}
