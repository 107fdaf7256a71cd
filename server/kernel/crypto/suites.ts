// The two families of algorithms. Node has no SM4-GCM, so SM4 runs as CTR with HMAC-SM3 over the cipher text.
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import type { MasterSecret } from '#kernel/crypto/master.ts';
import type { CryptoSuite } from '#kernel/crypto/suite.ts';
import { Problem } from '#kernel/problem.ts';

/**
 * The suite a deployment writes with. It reads what either suite wrote under any of the given secrets, so both the
 * family and the master secret can be changed while old texts stand; the newest secret encrypts.
 *
 * Digests (`blindIndex`, `sign`) carry no version because they stand in unique keys: they follow the *oldest* secret
 * and the chosen family. Changing the family means writing the index columns anew.
 */
export function createSuite(name: CryptoSuite['name'], secrets: readonly MasterSecret[]): CryptoSuite {
  const ordered = [...secrets].sort((a, b) => a.version - b.version);
  const [oldest] = ordered;
  const newest = ordered.at(-1);
  if (!oldest || !newest) throw new Error('a crypto suite needs a master secret');

  const digest = digests[name];
  const macKey = createSecretKey(derive(digest, oldest.secret, `jia/${name}/digest`, 32));
  const keyed = (use: string, purpose: string, value: string) =>
    createHmac(digest, macKey).update(`${use}\0${purpose}\0${value}`).digest('hex');
  const ciphers = new Map(ordered.flatMap(({ version, secret }) => ciphersOf(version, secret)));
  const writePrefix = prefixOf(newest.version, name);
  const writer = ciphers.get(writePrefix);

  return {
    name,
    hash: (data) => createHash(digest).update(data).digest('hex'),
    encrypt: (plain) => writePrefix + writer?.seal(Buffer.from(plain, 'utf8')).toString('base64'),
    decrypt: (cipher) => {
      const prefix = /^v\d+:[a-z]+:/.exec(cipher)?.[0] ?? '';
      const reader = ciphers.get(prefix);
      if (!reader) throw unreadable(prefix);
      return reader.open(Buffer.from(cipher.slice(prefix.length), 'base64')).toString('utf8');
    },
    blindIndex: (purpose, value) => keyed('index', purpose, value),
    sign: (purpose, value) => keyed('sign', purpose, value),
  };
}

/** Compares two digests in a time that tells nothing of where they differ. */
export function sameDigest(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

interface Cipher {
  seal(plain: Buffer): Buffer;
  /** @throws Problem 500 `crypto.unreadable` when the text was changed or written under another key. */
  open(sealed: Buffer): Buffer;
}

const digests = { international: 'sha256', sm: 'sm3' } as const satisfies Record<CryptoSuite['name'], string>;

const GCM_IV = 12;
const GCM_TAG = 16;
const CTR_IV = 16;
const MAC = 32;

function ciphersOf(version: number, secret: Uint8Array): [prefix: string, Cipher][] {
  const gcmKey = derive('sha256', secret, `jia/v${version}/aes-256-gcm`, 32);
  const ctrKey = derive('sm3', secret, `jia/v${version}/sm4-ctr`, 16);
  const macKey = derive('sm3', secret, `jia/v${version}/hmac-sm3`, 32);
  return [
    [prefixOf(version, 'international'), aesGcm(gcmKey)],
    [prefixOf(version, 'sm'), sm4CtrHmac(ctrKey, macKey)],
  ];
}

function prefixOf(version: number, name: CryptoSuite['name']): string {
  return `v${version}:${name === 'sm' ? 'sm' : 'aes'}:`;
}

function derive(digest: 'sha256' | 'sm3', secret: Uint8Array, info: string, length: number): Buffer {
  return Buffer.from(hkdfSync(digest, secret, '', info, length));
}

/** iv, tag, cipher text. */
function aesGcm(key: Buffer): Cipher {
  return {
    seal(plain) {
      const iv = randomBytes(GCM_IV);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]);
    },
    open(sealed) {
      if (sealed.length < GCM_IV + GCM_TAG) throw unreadable('aes');
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, GCM_IV), {
        authTagLength: GCM_TAG,
      });
      decipher.setAuthTag(sealed.subarray(GCM_IV, GCM_IV + GCM_TAG));
      try {
        return Buffer.concat([decipher.update(sealed.subarray(GCM_IV + GCM_TAG)), decipher.final()]);
      } catch {
        throw unreadable('aes');
      }
    },
  };
}

/** iv, mac over iv and cipher text, cipher text. The mac is checked before anything is decrypted. */
function sm4CtrHmac(key: Buffer, macKey: Buffer): Cipher {
  const macOf = (iv: Buffer, body: Buffer) => createHmac('sm3', macKey).update(iv).update(body).digest();
  return {
    seal(plain) {
      const iv = randomBytes(CTR_IV);
      const cipher = createCipheriv('sm4-ctr', key, iv);
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([iv, macOf(iv, body), body]);
    },
    open(sealed) {
      if (sealed.length < CTR_IV + MAC) throw unreadable('sm');
      const iv = sealed.subarray(0, CTR_IV);
      const mac = sealed.subarray(CTR_IV, CTR_IV + MAC);
      const body = sealed.subarray(CTR_IV + MAC);
      if (!timingSafeEqual(mac, macOf(iv, body))) throw unreadable('sm');

      const decipher = createDecipheriv('sm4-ctr', key, iv);
      return Buffer.concat([decipher.update(body), decipher.final()]);
    },
  };
}

function unreadable(prefix: string): Problem {
  return new Problem('crypto.unreadable', 500, { prefix });
}
