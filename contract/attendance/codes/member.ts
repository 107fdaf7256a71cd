// Mode B: the code of a member, which staff scan. 26 bytes: form 1, pseudonym 8, step 4, key 3, digest 10.
import { fromBase45, toBase45 } from './base45.ts';
import { type Bytes, join, word, wordAt } from './bytes.ts';
import { digitsOf, macOf, sameBytes } from './mac.ts';

const form = 0x2a;
const macLength = 10;
const length = 26;
const digitsCount = 8;

export interface MemberKey {
  streetId: number;
  /** 8 bytes, random: names nobody. */
  pseudonym: Bytes;
  /** 3 bytes: which device. */
  keyId: Bytes;
  /** 32 bytes, of this device and this person only. */
  secret: Bytes;
}

export interface MemberCode {
  pseudonym: Bytes;
  keyId: Bytes;
  step: number;
  mac: Bytes;
}

const sealedBy = (key: MemberKey, step: number) =>
  ({ purpose: 'attend', streetId: key.streetId, subject: key.pseudonym, step }) as const;

export async function makeMemberCode(key: MemberKey, step: number): Promise<string> {
  const mac = await macOf(key.secret, sealedBy(key, step), macLength);
  return toBase45(join(Uint8Array.of(form), key.pseudonym, word(step), key.keyId, mac));
}

export function readMemberCode(text: string): MemberCode | null {
  const bytes = fromBase45(text);
  if (bytes?.length !== length || bytes[0] !== form) return null;
  return {
    pseudonym: bytes.slice(1, 9),
    step: wordAt(bytes, 9),
    keyId: bytes.slice(13, 16),
    mac: bytes.slice(16),
  };
}

export async function isGenuineMemberCode(key: MemberKey, code: MemberCode): Promise<boolean> {
  const mac = await macOf(key.secret, sealedBy(key, code.step), macLength);
  return sameBytes(mac, code.mac) && sameBytes(key.keyId, code.keyId);
}

/** Eight digits that the member reads out where no camera works. */
export async function memberDigits(key: MemberKey, step: number): Promise<string> {
  return await digitsOf(key.secret, { ...sealedBy(key, step), purpose: 'digits-attend' }, digitsCount);
}
