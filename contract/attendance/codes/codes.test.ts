import { createHmac, createPrivateKey, createPublicKey } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase45, toBase45 } from './base45.ts';
import { type Bytes, bytesOf, hexOf, utf8 } from './bytes.ts';
import { sameBytes } from './mac.ts';
import { isGenuineMemberCode, makeMemberCode, memberDigits, readMemberCode } from './member.ts';
import { codeIn, venueAddress } from './scanned.ts';
import { stepAt, stepFault, stepFaultOnAny } from './steps.ts';
import {
  isGenuineTicketCode,
  makeTicketCode,
  privateKeyOf,
  publicKeyOf,
  readTicketCode,
  signTicket,
  ticketSignature,
} from './ticket.ts';
import { isGenuineVenueCode, makeVenueCode, readVenueCode, venueDigits } from './venue.ts';

const secret = bytesOf('000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f');
const streetId = 110112003;
const venue = { streetId, occurrence: bytesOf('a1a2a3a4a5a6a7a8'), secret };
const member = { streetId, pseudonym: bytesOf('b1b2b3b4b5b6b7b8'), keyId: bytesOf('c1c2c3'), secret };
const step = stepAt(Date.parse('2026-11-21T02:00:00Z'));
const seed = bytesOf('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60');

describe('base45', () => {
  // Vectors of RFC 9285, 4.3 and 4.4.
  it.each([
    ['AB', 'BB8'],
    ['Hello!!', '%69 VD92EX0'],
    ['base-45', 'UJCLQE7W581'],
    ['ietf!', 'QED8WEX0'],
  ])('%s is %s', (plain, coded) => {
    expect(toBase45(utf8(plain))).toBe(coded);
    expect(new TextDecoder().decode(fromBase45(coded) as Bytes)).toBe(plain);
  });

  it.each(['GGW', 'A', 'a00', ':::'])('%s is none', (text) => expect(fromBase45(text)).toBeNull());

  it('returns every bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), (bytes) => {
        expect(fromBase45(toBase45(Uint8Array.from(bytes)))).toEqual(Uint8Array.from(bytes));
      }),
    );
  });
});

/** The digest written down a second time, with another library. */
function hmacHex(purpose: string, subject: string, at: number): string {
  const input = Buffer.alloc(12);
  input.writeUInt32BE(at, 8);
  const street = Buffer.alloc(8);
  street.writeBigUInt64BE(BigInt(streetId));
  return createHmac('sha256', secret)
    .update(`jia-attendance-1 ${purpose}\0`)
    .update(street)
    .update(Buffer.from(subject, 'hex'))
    .update(input.subarray(8))
    .digest('hex');
}

describe('the code of the venue', () => {
  it('is 21 bytes, small enough for the second size of QR', async () => {
    const text = await makeVenueCode(venue, 'in', step);
    expect(text).toBe('MG3APKT K33L+ALOE44JSJUDH:IVJDG4');
    const code = readVenueCode(text);
    expect(code && { ...code, mac: hexOf(code.mac) }).toEqual({
      direction: 'in',
      occurrence: venue.occurrence,
      step,
      mac: hmacHex('in', 'a1a2a3a4a5a6a7a8', step).slice(0, 16),
    });
  });

  it('is genuine only for its key, its street, its direction and its step', async () => {
    const read = async (text: string) => readVenueCode(text) as NonNullable<ReturnType<typeof readVenueCode>>;
    const code = await read(await makeVenueCode(venue, 'in', step));
    expect(await isGenuineVenueCode(venue, code)).toBe(true);
    const others = [
      [{ ...venue, streetId: 110112009 }, code],
      [{ ...venue, secret: bytesOf('ff'.repeat(32)) }, code],
      [{ ...venue, occurrence: bytesOf('a1a2a3a4a5a6a7a9') }, code],
      [venue, { ...code, direction: 'out' }],
      [venue, { ...code, step: step + 1 }],
    ] as const;
    for (const [key, other] of others) expect(await isGenuineVenueCode(key, other)).toBe(false);
  });

  it('has six digits that turn with it and differ by direction', async () => {
    const digits = await venueDigits(venue, 'in', step);
    expect(digits).toMatch(/^\d{6}$/);
    expect(await venueDigits(venue, 'out', step)).not.toBe(digits);
    expect(await venueDigits(venue, 'in', step + 1)).not.toBe(digits);
  });

  it('is found in the address that any camera opens', async () => {
    const text = await makeVenueCode(venue, 'out', step);
    expect(codeIn(venueAddress('https://jia.example', text))).toBe(text);
    // A blank is a character of Base45, also at the end.
    expect(codeIn('QED8WEX \n')).toBe('QED8WEX ');
    expect(codeIn('https://')).toBe('https://');
  });

  it.each(['', 'HELLO', 'QED8WEX0'])('%j is none', (text) => expect(readVenueCode(text)).toBeNull());
});

describe('steps', () => {
  const now = step * 15_000 + 7_000;
  it.each([
    [step, 0, null],
    [step - 1, 0, null],
    [step + 1, 0, null],
    [step - 2, 0, 'code_expired'],
    [step + 2, 0, 'code_future'],
    [step + 4, 60_000, null],
    [step - 4, -60_000, null],
  ] as const)('%i on a screen %i ms off: %s', (given, offset, fault) => {
    expect(stepFault(given, now, 1, offset)).toBe(fault);
  });

  it('any known screen may have shown it', () => {
    expect(stepFaultOnAny(step + 4, now, 1, [-30_000, 60_000])).toBeNull();
    expect(stepFaultOnAny(step - 4, now, 1, [60_000])).toBe('code_expired');
  });
});

describe('the code of a member', () => {
  it('is 26 bytes and genuine for its device only', async () => {
    const text = await makeMemberCode(member, step);
    expect(text).toHaveLength(39);
    const code = readMemberCode(text);
    if (!code) throw new Error('unread');
    expect(hexOf(code.mac)).toBe(hmacHex('attend', 'b1b2b3b4b5b6b7b8', step).slice(0, 20));
    expect(await isGenuineMemberCode(member, code)).toBe(true);
    expect(await isGenuineMemberCode({ ...member, keyId: bytesOf('c1c2c4') }, code)).toBe(false);
    expect(await isGenuineMemberCode({ ...member, streetId: 1 }, code)).toBe(false);
    expect(await memberDigits(member, step)).toMatch(/^\d{8}$/);
  });
});

describe('the ticket', () => {
  const facts = {
    pseudonym: member.pseudonym,
    keyId: member.keyId,
    validFrom: 1_795_000_000,
    validUntil: 1_795_100_000,
    serial: 7,
  };

  it('has the public key of RFC 8032, 7.1', async () => {
    const own = await publicKeyOf(privateKeyOf(seed));
    expect(hexOf(own)).toBe('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a');
    const key = createPrivateKey({ key: Buffer.from(privateKeyOf(seed)), format: 'der', type: 'pkcs8' });
    const { x } = createPublicKey(key).export({ format: 'jwk' });
    expect(Buffer.from(x ?? '', 'base64url').toString('hex')).toBe(hexOf(own));
  });

  it('is checked without network, and by the server afterwards', async () => {
    const ticket = await signTicket(privateKeyOf(seed), streetId, facts);
    const code = readTicketCode(await makeTicketCode(member, ticket, step));
    if (!code) throw new Error('unread');
    expect(code).toMatchObject({ ...facts, step });
    const publicKey = await publicKeyOf(privateKeyOf(seed));
    expect(await ticketSignature(publicKey, streetId, code)).toBe('genuine');
    expect(await ticketSignature(publicKey, streetId + 1, code)).toBe('forged');
    expect(await ticketSignature(bytesOf(''), streetId, code)).toBe('unknown');
    const changed = code.ticket.slice();
    changed[16] = 0xff;
    expect(await ticketSignature(publicKey, streetId, { ...code, ticket: changed })).toBe('forged');
    expect(await isGenuineTicketCode(member, code)).toBe(true);
    expect(await isGenuineTicketCode(member, { ...code, step: step + 1 })).toBe(false);
  });
});

it('compares in constant time what may differ anywhere', () => {
  expect(sameBytes(bytesOf('0102'), bytesOf('0102'))).toBe(true);
  for (const other of ['0103', '0202', '01', '010200'])
    expect(sameBytes(bytesOf('0102'), bytesOf(other))).toBe(false);
});
