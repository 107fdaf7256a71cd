// A scan goes out at once; without a network it waits in the queue of this phone with its age.
import type { AnyEndpoint, OutputOf, RequestOf } from '#contract/define.ts';
import { ageOf, madeNow } from '#web/lib/age.ts';
import { call } from '#web/lib/call.ts';
import { deviceOutbox } from '#web/lib/deviceOutbox.ts';
import { isOffline } from '#web/lib/problem.ts';
import type { Made } from '#web/lib/store.ts';
import { deviceId } from './deviceId.ts';

interface Kept {
  accountId: string;
  /** The session, so that a sign-out waits behind its sign-in. */
  subject: string;
  /** The line in the queue. */
  label: string;
}

/**
 * @returns the answer; null when it was kept for later
 * @throws ProblemError the refusal of the server
 */
export async function sendScan<E extends AnyEndpoint>(
  endpoint: E,
  request: RequestOf<E>,
  kept: Kept,
  made: Made = madeNow(),
): Promise<OutputOf<E> | null> {
  const { body, ...rest } = request as { body?: Record<string, unknown> };
  const whole = { ...body, nonce: crypto.randomUUID(), deviceId: deviceId() };
  const asked = (more: object) => ({ ...rest, body: { ...whole, ...more } }) as unknown as RequestOf<E>;
  try {
    return await call(endpoint, asked(ageOf(made)));
  } catch (error) {
    if (!isOffline(error)) throw error;
    const { accountId, subject, label } = kept;
    await deviceOutbox(accountId).give(endpoint, asked({}), { subject, label, made });
    return null;
  }
}

/** How queued scans are told from other commands. */
export const scanSubject = (sessionId: string): string => `attendance:${sessionId}`;
