// Six digits that prove something for a moment: sent to a phone, or shown by an authenticator (RFC 6238).
import { randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { passwordProblems } from '#contract/password/words.ts';

const DIGITS = 6;
const STEP_SECONDS = 30;
/** Steps before and after now that are taken, for a phone that runs up to half a minute wrong. */
const WINDOW = 1;

/** A code such as `042917`; every code is equally likely. `below(n)` gives 0 to n-1. */
export function oneTimeCode(below: (limit: number) => number = randomInt): string {
  return String(below(10 ** DIGITS)).padStart(DIGITS, '0');
}

/** A new secret for an authenticator, Base32, 160 bits. */
export function totpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What the QR code of the setup page says; `account` is shown in the authenticator under `issuer`. */
export function totpUri(secret: string, issuer: string, account: string): string {
  return authenticator(secret, issuer, account).toString();
}

export type TotpAnswer =
  /** Keep `step` with the account and hand it in next time. */
  { ok: true; step: number } | { ok: false; code: Extract<keyof typeof passwordProblems, `totp.${string}`> };

/**
 * Checks a code at `now`. A code whose step was used before is refused, also when a neighbour step was used after it:
 * somebody who read it over a shoulder comes too late.
 */
export function verifyTotp(secret: string, code: string, now: Date, lastStep: number | null): TotpAnswer {
  if (!/^\d{6}$/.test(code)) return { ok: false, code: 'totp.wrong' };

  const delta = authenticator(secret).validate({ token: code, timestamp: now.getTime(), window: WINDOW });
  if (delta === null) return { ok: false, code: 'totp.wrong' };

  const step = Math.floor(now.getTime() / 1000 / STEP_SECONDS) + delta;
  if (lastStep !== null && step <= lastStep) return { ok: false, code: 'totp.replayed' };
  return { ok: true, step };
}

/** The code an authenticator shows at `now`; for tests and the demo. */
export function totpCode(secret: string, now: Date): string {
  return authenticator(secret).generate({ timestamp: now.getTime() });
}

// SHA-1 is what every authenticator app takes without asking; its weakness (collisions) does not touch HMAC.
function authenticator(secret: string, issuer = '', label = ''): TOTP {
  return new TOTP({ issuer, label, secret, algorithm: 'SHA1', digits: DIGITS, period: STEP_SECONDS });
}
