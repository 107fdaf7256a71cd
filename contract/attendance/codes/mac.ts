// Keyed digests of the codes: HMAC with SHA-256 (RFC 2104), cut, compared in constant time; digits after RFC 4226.
import { type Bytes, join, longWord, utf8, word } from './bytes.ts';

/** What a code is good for; part of every digest, so that none can be used for another deed. */
export type Purpose = 'in' | 'out' | 'attend' | 'ticket' | 'digits-in' | 'digits-out' | 'digits-attend';

export interface Sealed {
  purpose: Purpose;
  /** Nine-digit code of the street: a code of another street never fits. */
  streetId: number;
  /** Occurrence or pseudonym, 8 bytes. */
  subject: Bytes;
  step: number;
}

async function hmac(secret: Bytes, { purpose, streetId, subject, step }: Sealed): Promise<Bytes> {
  const hash = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', secret, hash, false, ['sign']);
  const input = join(utf8(`jia-attendance-1 ${purpose}\0`), longWord(streetId), subject, word(step));
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, input));
}

/** The first `length` bytes of the digest. */
export async function macOf(secret: Bytes, sealed: Sealed, length: number): Promise<Bytes> {
  return (await hmac(secret, sealed)).slice(0, length);
}

/** Digits to read aloud or type where nothing can be scanned; dynamic truncation of RFC 4226, 5.3. */
export async function digitsOf(secret: Bytes, sealed: Sealed, count: number): Promise<string> {
  const digest = await hmac(secret, sealed);
  const offset = (digest.at(-1) ?? 0) & 0x0f;
  const value = new DataView(digest.buffer).getUint32(offset) & 0x7fffffff;
  return String(value % 10 ** count).padStart(count, '0');
}

/** Takes the same time wherever they differ. */
export function sameBytes(one: Bytes, other: Bytes): boolean {
  let difference = one.length ^ other.length;
  for (let at = 0; at < one.length; at++) difference |= (one[at] ?? 0) ^ (other[at] ?? 0);
  return difference === 0;
}
