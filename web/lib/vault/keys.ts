// Keys of the phone's store (NIST SP 800-132 for the PIN, SP 800-38D for the rest): one random key encrypts what is
// kept; it is wrapped once by the PIN and once by a key that the server gives to the signed-in owner.

type Bytes = Uint8Array<ArrayBuffer>;

/** Rounds of PBKDF2 with SHA-256: about half a second on a phone of three years. */
const rounds = 600_000;
const algorithm = 'AES-GCM';

export interface Sealed {
  iv: Bytes;
  data: ArrayBuffer;
}

export const randomBytes = (count: number): Bytes => crypto.getRandomValues(new Uint8Array(count));

export async function newDataKey(): Promise<CryptoKey> {
  return await crypto.subtle.generateKey({ name: algorithm, length: 256 }, true, ['encrypt', 'decrypt']);
}

export async function keyOfPin(pin: string, salt: Bytes): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, [
    'deriveKey',
  ]);
  return await crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    typed,
    { name: algorithm, length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/** From the hex key that the server gives. */
export async function keyOfServer(hex: string): Promise<CryptoKey> {
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return await crypto.subtle.importKey('raw', bytes, algorithm, false, ['encrypt', 'decrypt']);
}

export async function wrapKey(dataKey: CryptoKey, by: CryptoKey): Promise<Sealed> {
  return await encrypt(by, new Uint8Array(await crypto.subtle.exportKey('raw', dataKey)));
}

/** Null where the wrapping key is not the one. */
export async function unwrapKey(wrapped: Sealed, by: CryptoKey): Promise<CryptoKey | null> {
  const raw = await decrypt(by, wrapped).catch(() => null);
  return raw && (await crypto.subtle.importKey('raw', raw, algorithm, true, ['encrypt', 'decrypt']));
}

export async function encrypt(key: CryptoKey, plain: Bytes): Promise<Sealed> {
  const iv = randomBytes(12);
  return { iv, data: await crypto.subtle.encrypt({ name: algorithm, iv }, key, plain) };
}

/** @throws OperationError where the key is another or a bit was changed */
export async function decrypt(key: CryptoKey, { iv, data }: Sealed): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.decrypt({ name: algorithm, iv }, key, data));
}
