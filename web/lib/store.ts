import type { Dexie, EntityTable } from 'dexie';
import type { Sealed } from './vault/keys.ts';

/** What this device remembers between visits. Everything belongs to one account and goes when it signs out. */
export interface Draft {
  key: string;
  /** Sealed where the phone is locked with a PIN. */
  value: unknown;
  savedAt: number;
}

export interface KeptRead {
  key: string;
  /** Sealed where the phone is locked with a PIN. */
  data: unknown;
  readAt: number;
}

/** A file that goes up before the command that names it. */
export interface WaitingFile {
  /** Also the Idempotency-Key of its upload. */
  key: string;
  name: string;
  /** Null once the server has it. */
  file: Blob | null;
  fileId: string | null;
  phase?: 'before' | 'after' | undefined;
  takenAt?: string | undefined;
}

/** What a waiting command says. */
export interface WaitingContent {
  /** The line people see in the queue. */
  label: string;
  /** What it does to its subject, for screens that show it as if it had arrived. */
  deed?: string | undefined;
  method: string;
  address: string;
  body: string;
  files?: WaitingFile[] | undefined;
  /** When it was made, for a command whose age the server wants to know: by the clock nobody sets, and by the wall. */
  made?: Made | undefined;
}

export interface Made {
  /** Which run of the page the monotonic time belongs to. */
  origin: number;
  monotonic: number;
  wall: number;
}

export interface Problem {
  code: string;
  status: number;
  detail: string;
  details?: Readonly<Record<string, unknown>>;
}

/** A command that waits for its turn; `sequence` is the order in which people gave them. */
export interface Waiting extends WaitingContent {
  sequence: number;
  accountId: string;
  /** What it is about: later commands about the same thing wait behind one that was refused. */
  subject: string;
  idempotencyKey: string;
  givenAt: number;
  problem?: Problem | undefined;
}

/** As it lies on the device: its content sealed where the phone is locked with a PIN. */
export type StoredCommand = Pick<
  Waiting,
  'sequence' | 'accountId' | 'subject' | 'idempotencyKey' | 'givenAt'
> & { content: unknown; problem?: Problem | undefined };

/** The key of what is kept, wrapped twice. */
export interface Lock {
  accountId: string;
  salt: Uint8Array<ArrayBuffer>;
  /** Null after too many wrong tries. */
  byPin: Sealed | null;
  byServer: Sealed;
  wrongTries: number;
}

type Device = Dexie & {
  drafts: EntityTable<Draft, 'key'>;
  reads: EntityTable<KeptRead, 'key'>;
  outbox: EntityTable<StoredCommand, 'sequence'>;
  locks: EntityTable<Lock, 'accountId'>;
};

let opened: Promise<Device> | undefined;

/** The device's own database, fetched and opened on first use. Rejects where the browser forbids storage. */
export function device(): Promise<Device> {
  opened ??= import('dexie').then(({ Dexie }) => {
    const own = new Dexie('jia') as Device;
    const kept = { drafts: 'key, savedAt', reads: 'key, readAt', outbox: '++sequence, accountId' };
    own.version(1).stores(kept);
    own
      .version(2)
      .stores({ ...kept, locks: 'accountId' })
      .upgrade((transaction) => transaction.table('outbox').toCollection().modify(contentApart));
    return own;
  });
  return opened;
}

/** Commands of the first version had their words beside their names. */
function contentApart(row: Record<string, unknown>): void {
  const { label, method, address, body } = row;
  row.content = { label, method, address, body };
  for (const name of ['label', 'method', 'address', 'body']) delete row[name];
}

/** Drops drafts and readings; what waits to be sent stays with its account. */
export async function forgetReadings(): Promise<void> {
  try {
    const { drafts, reads } = await device();
    await Promise.all([drafts.clear(), reads.clear()]);
  } catch {
    // Nothing was kept where storage is forbidden.
  }
}

/** How many commands of anybody wait on this phone, also while it is locked. */
export async function countWaiting(): Promise<number> {
  return await device()
    .then(({ outbox }) => outbox.count())
    .catch(() => 0);
}

/** Everything, also what was not sent: the phone was lost. */
export async function forgetEverything(): Promise<void> {
  const { drafts, reads, outbox, locks } = await device();
  await Promise.all([drafts.clear(), reads.clear(), outbox.clear(), locks.clear()]);
}
