// Mode C: both are offline. A ticket of the day that the server has signed (Ed25519, RFC 8032), and a digest that
// turns with the time: the scanner checks the ticket at once, the server checks the digest when the scan arrives.
// 100 bytes: form 1, pseudonym 8, key 3, valid from 4 and until 4 (seconds), serial 4, signature 64, step 4, digest 8.
import { fromBase45, toBase45 } from './base45.ts';
import { type Bytes, join, longWord, utf8, word, wordAt } from './bytes.ts';
import { macOf, sameBytes } from './mac.ts';
import type { MemberKey } from './member.ts';

const form = 0x3a;
const headLength = 24;
const ticketLength = 88;
const macLength = 8;
const length = 100;

export interface TicketFacts {
  pseudonym: Bytes;
  keyId: Bytes;
  /** Seconds since 1970. */
  validFrom: number;
  validUntil: number;
  serial: number;
}

export interface TicketCode extends TicketFacts {
  /** Head and signature. */
  ticket: Bytes;
  step: number;
  mac: Bytes;
}

const ed25519 = { name: 'Ed25519' } as const;
const signedText = (streetId: number, head: Bytes): Bytes =>
  join(utf8('jia-attendance-1 ticket\0'), longWord(streetId), head);

/** Signs a ticket with the street's key, given as PKCS #8. */
export async function signTicket(privateKey: Bytes, streetId: number, facts: TicketFacts): Promise<Bytes> {
  const head = join(
    Uint8Array.of(form),
    facts.pseudonym,
    facts.keyId,
    word(facts.validFrom),
    word(facts.validUntil),
    word(facts.serial),
  );
  const key = await crypto.subtle.importKey('pkcs8', privateKey, ed25519, false, ['sign']);
  const signature = await crypto.subtle.sign(ed25519, key, signedText(streetId, head));
  return join(head, new Uint8Array(signature));
}

/** The ticket with the digest of this step: what the member's phone shows while it has no network. */
export async function makeTicketCode(key: MemberKey, ticket: Bytes, step: number): Promise<string> {
  const { secret, streetId, pseudonym } = key;
  const mac = await macOf(secret, { purpose: 'ticket', streetId, subject: pseudonym, step }, macLength);
  return toBase45(join(ticket, word(step), mac));
}

export function readTicketCode(text: string): TicketCode | null {
  const bytes = fromBase45(text);
  if (bytes?.length !== length || bytes[0] !== form) return null;
  return {
    pseudonym: bytes.slice(1, 9),
    keyId: bytes.slice(9, 12),
    validFrom: wordAt(bytes, 12),
    validUntil: wordAt(bytes, 16),
    serial: wordAt(bytes, 20),
    ticket: bytes.slice(0, ticketLength),
    step: wordAt(bytes, ticketLength),
    mac: bytes.slice(ticketLength + 4),
  };
}

export type TicketSignature = 'genuine' | 'forged' | 'unknown';

/** `unknown` on a phone whose browser has no Ed25519: the scan is kept and the server decides. */
export async function ticketSignature(
  publicKey: Bytes,
  streetId: number,
  code: TicketCode,
): Promise<TicketSignature> {
  const text = signedText(streetId, code.ticket.slice(0, headLength));
  try {
    const key = await crypto.subtle.importKey('raw', publicKey, ed25519, false, ['verify']);
    const fits = await crypto.subtle.verify(ed25519, key, code.ticket.slice(headLength), text);
    return fits ? 'genuine' : 'forged';
  } catch {
    return 'unknown';
  }
}

export async function isGenuineTicketCode(key: MemberKey, code: TicketCode): Promise<boolean> {
  const { secret, streetId, pseudonym } = key;
  const sealed = { purpose: 'ticket', streetId, subject: pseudonym, step: code.step } as const;
  return sameBytes(await macOf(secret, sealed, macLength), code.mac) && sameBytes(key.keyId, code.keyId);
}

const pkcs8Head = Uint8Array.of(48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32);

/** A seed of 32 bytes as PKCS #8 (RFC 8410, 7). */
export const privateKeyOf = (seed: Bytes): Bytes => join(pkcs8Head, seed);

/** The public half, 32 bytes, of a private key. */
export async function publicKeyOf(privateKey: Bytes): Promise<Bytes> {
  const key = await crypto.subtle.importKey('pkcs8', privateKey, ed25519, true, ['sign']);
  const { x = '' } = await crypto.subtle.exportKey('jwk', key);
  const text = atob(x.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
