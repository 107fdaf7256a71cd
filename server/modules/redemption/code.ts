// The code at the counter: six digits and a QR text that say the same, made anew each minute. Pure.

/** Keyed digest of the deployment, hex: `services.crypto.sign`. */
export type Sign = (purpose: string, value: string) => string;

const purpose = 'redemption.code';

export interface CodeOf {
  streetId: number;
  redemptionId: string;
  /** Whole seconds since 1970 until which it is good. */
  until: number;
}

const bound = ({ streetId, redemptionId, until }: CodeOf) => `redeem|${streetId}|${redemptionId}|${until}`;

export function digitsOf(sign: Sign, code: CodeOf): string {
  const number = Number.parseInt(sign(purpose, `${bound(code)}|digits`).slice(0, 12), 16);
  return String(number % 1_000_000).padStart(6, '0');
}

/** By which typed digits are found; the digits themselves are kept nowhere. */
export const digestOf = (sign: Sign, streetId: number, digits: string): string =>
  sign('redemption.digits', `${streetId}|${digits}`).slice(0, 32);

const macLength = 20;
const macOf = (sign: Sign, code: CodeOf): string => sign(purpose, `${bound(code)}|qr`).slice(0, macLength);

export function qrOf(sign: Sign, code: CodeOf): string {
  const { streetId, redemptionId, until } = code;
  return `R1.${streetId}.${redemptionId}.${until.toString(36)}.${macOf(sign, code)}`;
}

const qrShape = /^R1\.(\d{9})\.([0-9a-f-]{36})\.([0-9a-z]{5,9})\.([0-9a-f]{20})$/;

/** What a QR text names when its mark is ours; null for anything else. */
export function readQr(sign: Sign, text: string): CodeOf | null {
  const [, streetId, redemptionId, until, mac] = qrShape.exec(text) ?? [];
  if (!streetId || !redemptionId || !until || !mac) return null;
  const code = { streetId: Number(streetId), redemptionId, until: Number.parseInt(until, 36) };
  return same(macOf(sign, code), mac) ? code : null;
}

/** As long for the first wrong character as for the last. */
function same(a: string, b: string): boolean {
  let differences = a.length ^ b.length;
  for (let at = 0; at < a.length; at += 1) differences |= a.charCodeAt(at) ^ b.charCodeAt(at);
  return differences === 0;
}

export const isDigits = (text: string): boolean => /^\d{6}$/.test(text);
