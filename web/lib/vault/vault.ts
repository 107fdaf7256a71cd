// What the phone keeps may be locked with six digits. Readings, drafts and unsent work are then encrypted; the key is
// in memory only while the shell is open.
import { useSyncExternalStore } from 'react';
import { device, type Lock } from '../store.ts';
import {
  decrypt,
  encrypt,
  keyOfPin,
  keyOfServer,
  newDataKey,
  randomBytes,
  type Sealed,
  unwrapKey,
  wrapKey,
} from './keys.ts';
import { pack, unpack } from './pack.ts';

/** `asking` until the store has been looked at; `lost` after too many wrong tries: only signing in opens it. */
export type VaultState = 'asking' | 'off' | 'locked' | 'open' | 'lost';

export const pinTriesMax = 5;

let accountId = '';
let state: VaultState = 'asking';
let dataKey: CryptoKey | null = null;
const listeners = new Set<() => void>();

function become(next: VaultState, key: CryptoKey | null): void {
  state = next;
  dataKey = key;
  for (const listener of listeners) listener();
}

export const vaultState = (): VaultState => state;

export function useVault(): VaultState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    vaultState,
    vaultState,
  );
}

const readLock = async (): Promise<Lock | undefined> => (await device()).locks.get(accountId);
const writeLock = async (lock: Lock): Promise<void> => void (await (await device()).locks.put(lock));

/** Looks whether this person locked the phone; without storage there is nothing to lock. */
export async function wakeVault(owner: string): Promise<void> {
  if (owner === accountId && state !== 'asking') return;
  accountId = owner;
  become('asking', null);
  const lock = await readLock().catch(() => undefined);
  if (owner !== accountId || state !== 'asking') return;
  become(lock ? (lock.byPin ? 'locked' : 'lost') : 'off', null);
}

export function lockVault(): void {
  if (state === 'open') become('locked', null);
}

/** Locks what is kept with a new PIN; `serverKey` opens unsent work when the PIN is lost. */
export async function setPin(pin: string, serverKey: string): Promise<void> {
  const key = dataKey ?? (await newDataKey());
  const salt = randomBytes(16);
  const byPin = await wrapKey(key, await keyOfPin(pin, salt));
  const byServer = await wrapKey(key, await keyOfServer(serverKey));
  await writeLock({ accountId, salt, byPin, byServer, wrongTries: 0 });
  become('open', key);
  await resealAll();
}

/** Needs an open vault: everything is written in the clear again. */
export async function removePin(): Promise<void> {
  await resealAll(async (value) => value);
  await (await device()).locks.delete(accountId);
  become('off', null);
}

/** How it went, and how many tries are left. */
export async function unlockVault(pin: string): Promise<{ opened: boolean; triesLeft: number }> {
  const lock = await readLock();
  if (!lock?.byPin) return { opened: false, triesLeft: 0 };
  // Counted before it is tried, so that closing the page does not give the try back.
  await writeLock({ ...lock, wrongTries: lock.wrongTries + 1 });
  const key = await unwrapKey(lock.byPin, await keyOfPin(pin, lock.salt));
  if (key) {
    await writeLock({ ...lock, wrongTries: 0 });
    become('open', key);
    return { opened: true, triesLeft: pinTriesMax };
  }
  const triesLeft = pinTriesMax - lock.wrongTries - 1;
  if (triesLeft <= 0) await losePin();
  return { opened: false, triesLeft: Math.max(0, triesLeft) };
}

/** Readings go; what was not sent stays encrypted and is opened by signing in again. */
export async function losePin(): Promise<void> {
  const { reads, locks } = await device();
  await reads.clear();
  await locks.toCollection().modify({ byPin: null });
  if (state === 'locked' || state === 'open') become('lost', null);
}

/** After signing in again: opens with the key of the server; false when it is another person's work. */
export async function recoverVault(serverKey: string): Promise<boolean> {
  const lock = await readLock();
  const key = lock && (await unwrapKey(lock.byServer, await keyOfServer(serverKey)));
  if (!key) return false;
  become('open', key);
  return true;
}

/** Signing out: readings and drafts go; what was not sent stays, closed, for the next time its owner signs in. */
export async function closeVault(): Promise<void> {
  const { outbox, locks } = await device();
  const waits = await outbox.where('accountId').equals(accountId).count();
  if (waits === 0) await locks.delete(accountId);
  else await locks.update(accountId, { byPin: null });
  accountId = '';
  become('asking', null);
}

export class VaultLocked extends Error {
  constructor() {
    super('The store of this phone is locked.');
    this.name = 'VaultLocked';
  }
}

interface SealedValue {
  $sealed: Sealed;
}

/** As it is to be stored. @throws VaultLocked */
export async function seal(value: unknown): Promise<unknown> {
  // Shells without a lock never ask.
  if (state === 'off' || state === 'asking') return value;
  if (!dataKey) throw new VaultLocked();
  return { $sealed: await encrypt(dataKey, await pack(value)) } satisfies SealedValue;
}

/** As it was before it was stored. @throws VaultLocked */
export async function unseal(stored: unknown): Promise<unknown> {
  if (!isSealed(stored)) return stored;
  if (!dataKey) throw new VaultLocked();
  return unpack(await decrypt(dataKey, stored.$sealed));
}

export const isSealed = (stored: unknown): stored is SealedValue =>
  typeof stored === 'object' && stored !== null && '$sealed' in stored;

/** Everything kept so far, written again the way the vault wants it now. */
async function resealAll(write: (value: unknown) => Promise<unknown> = seal): Promise<void> {
  const { reads, drafts, outbox } = await device();
  for (const row of await reads.toArray())
    await reads.put({ ...row, data: await write(await unseal(row.data)) });
  for (const row of await drafts.toArray())
    await drafts.put({ ...row, value: await write(await unseal(row.value)) });
  for (const row of await outbox.where('accountId').equals(accountId).toArray())
    await outbox.put({ ...row, content: await write(await unseal(row.content)) });
}
