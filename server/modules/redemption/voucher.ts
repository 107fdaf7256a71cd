// A voucher is signed once for one merchant, so that its counter can check it without a network. Pure.
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

export interface VoucherFacts {
  streetId: number;
  /** The single serial. */
  redemptionId: string;
  merchantId: string;
  offerId: string;
  points: number;
  /** Whole seconds since 1970 until which a counter accepts it. */
  until: number;
}

/** PKCS #8 frame of an Ed25519 seed (RFC 8410). */
const frame = Buffer.from('302e020100300506032b657004220420', 'hex');

/** `seed`: 32 bytes as hex, derived from the secret of the deployment for one street. */
export function voucherKey(seed: string): KeyObject {
  return createPrivateKey({
    key: Buffer.concat([frame, Buffer.from(seed, 'hex')]),
    format: 'der',
    type: 'pkcs8',
  });
}

/** The 32 bytes of the public key, base64. */
export function publicKeyOf(key: KeyObject): string {
  const der = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return der.subarray(der.length - 32).toString('base64');
}

const uuidBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');

function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

const payloadBytes = 64;

function payloadOf(facts: VoucherFacts): Buffer {
  const bytes = Buffer.alloc(payloadBytes);
  bytes.writeBigUInt64BE(BigInt(facts.streetId), 0);
  uuidBytes(facts.redemptionId).copy(bytes, 8);
  uuidBytes(facts.merchantId).copy(bytes, 24);
  uuidBytes(facts.offerId).copy(bytes, 40);
  bytes.writeUInt32BE(facts.points, 56);
  bytes.writeUInt32BE(facts.until, 60);
  return bytes;
}

/** `V1.<64 bytes>.<Ed25519 signature>`, base64url: about 180 characters, fits a QR code of version 10. */
export function makeVoucher(key: KeyObject, facts: VoucherFacts): string {
  const payload = payloadOf(facts);
  return `V1.${payload.toString('base64url')}.${sign(null, payload, key).toString('base64url')}`;
}

const shape = /^V1\.([\w-]{86})\.([\w-]{86})$/;

/** What a voucher says when the street signed it; null for anything else. */
export function readVoucher(key: KeyObject, text: string): VoucherFacts | null {
  const [, written, signature] = shape.exec(text) ?? [];
  if (!written || !signature) return null;
  const payload = Buffer.from(written, 'base64url');
  if (!verify(null, payload, createPublicKey(key), Buffer.from(signature, 'base64url'))) return null;
  return {
    streetId: Number(payload.readBigUInt64BE(0)),
    redemptionId: uuidOf(payload.subarray(8, 24)),
    merchantId: uuidOf(payload.subarray(24, 40)),
    offerId: uuidOf(payload.subarray(40, 56)),
    points: payload.readUInt32BE(56),
    until: payload.readUInt32BE(60),
  };
}
