// Interface only; the two suites are made in suites.ts.

/** Which family of algorithms a deployment uses (商用密码管理条例, GB/T 39786). */
export interface CryptoSuite {
  readonly name: 'international' | 'sm';
  /** Hex digest of the event chain and of files: SHA-256 or SM3. */
  hash(data: string | Uint8Array): string;
  /** Encrypts a personal field; the text carries its key version. Base64, safe to store. */
  encrypt(plain: string): string;
  decrypt(cipher: string): string;
  /**
   * Blind index: a keyed digest by which an encrypted value can be found but not read.
   * `purpose` keeps the same value in two columns from being linked.
   */
  blindIndex(purpose: string, value: string): string;
  /** Keyed digest for tokens and signed links. Hex. */
  sign(purpose: string, value: string): string;
}
