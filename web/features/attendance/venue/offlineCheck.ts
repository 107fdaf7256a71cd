// What a phone at the venue can tell of a member's code without a network.
import { type Bytes, bytesOf, hexOf } from '#contract/attendance/codes/bytes.ts';
import { readMemberCode } from '#contract/attendance/codes/member.ts';
import { readTicketCode, ticketSignature } from '#contract/attendance/codes/ticket.ts';
import type { VenuePerson, VenueRecord } from '#contract/attendance/records.ts';

export type Known =
  | { kind: 'unknown' }
  | { kind: 'forged' }
  | { kind: 'revoked' }
  | { kind: 'member'; pseudonym: string; person: VenuePerson | null };

/** The ticket's signature is checked here; whether a code turns as it should, the server checks later. */
export async function knownMember(venue: VenueRecord, text: string): Promise<Known> {
  const ticket = readTicketCode(text);
  const read = ticket ?? readMemberCode(text);
  if (!read) return { kind: 'unknown' };
  if (ticket) {
    const key: Bytes = bytesOf(venue.ticketKey);
    if ((await ticketSignature(key, venue.streetId, ticket)) === 'forged') return { kind: 'forged' };
  }
  const pseudonym = hexOf(read.pseudonym);
  if (venue.revoked.includes(pseudonym)) return { kind: 'revoked' };
  const person = venue.people.find(({ pseudonyms }) => pseudonyms.includes(pseudonym)) ?? null;
  return { kind: 'member', pseudonym, person };
}
