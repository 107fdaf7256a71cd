// A voucher checked on the merchant's own phone: the street's signature, this shop, the day, and not seen before.

export interface VoucherFacts {
  redemptionId: string;
  merchantId: string;
  points: number;
  until: number;
}

const shape = /^V1\.([\w-]{86})\.([\w-]{86})$/;
export const isVoucher = (text: string): boolean => shape.test(text.trim());

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

const uuidOf = (bytes: Uint8Array): string => {
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};

/** Why a voucher may not be taken without a network, or what it says. */
export type Checked = { facts: VoucherFacts } | { refused: 'unable' | 'bad' | 'other' | 'old' | 'seen' };

/** `key`: base64 of the street's Ed25519 key; `seen`: serials this phone has taken. */
export async function checkVoucher(
  text: string,
  { key, merchantId, now, seen }: { key: string; merchantId: string; now: number; seen: readonly string[] },
): Promise<Checked> {
  const [, written, signature] = shape.exec(text.trim()) ?? [];
  if (!written || !signature) return { refused: 'bad' };
  const payload = bytesOf(written);
  const isSigned = await signed(payload, bytesOf(signature), bytesOf(key));
  if (isSigned === null) return { refused: 'unable' };
  if (!isSigned) return { refused: 'bad' };
  const view = new DataView(payload.buffer);
  const facts = {
    redemptionId: uuidOf(payload.subarray(8, 24)),
    merchantId: uuidOf(payload.subarray(24, 40)),
    points: view.getUint32(56),
    until: view.getUint32(60) * 1000,
  };
  if (facts.merchantId !== merchantId) return { refused: 'other' };
  if (seen.includes(facts.redemptionId)) return { refused: 'seen' };
  if (facts.until <= now) return { refused: 'old' };
  return { facts };
}

/** Null where the phone has no Ed25519. */
async function signed(
  payload: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
  key: Uint8Array<ArrayBuffer>,
): Promise<boolean | null> {
  try {
    const known = await crypto.subtle.importKey('raw', key, { name: 'Ed25519' }, false, ['verify']);
    return await crypto.subtle.verify({ name: 'Ed25519' }, known, signature, payload);
  } catch {
    return null;
  }
}

const seenKey = 'jia.vouchers';
const seenMax = 2_000;

export function seenVouchers(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(seenKey) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

export function rememberVoucher(redemptionId: string): void {
  localStorage.setItem(seenKey, JSON.stringify([...seenVouchers(), redemptionId].slice(-seenMax)));
}
