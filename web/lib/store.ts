import type { Dexie, EntityTable } from 'dexie';

/** What this device remembers between visits. Everything belongs to one account and goes when it signs out. */
export interface Draft {
  key: string;
  value: unknown;
  savedAt: number;
}

export interface KeptRead {
  key: string;
  data: unknown;
  readAt: number;
}

/** A command that waits for its turn; `sequence` is the order in which people gave them. */
export interface Waiting {
  sequence: number;
  accountId: string;
  /** What it is about: later commands about the same thing wait behind one that was refused. */
  subject: string;
  /** The line people see in the queue. */
  label: string;
  method: string;
  address: string;
  body: string;
  idempotencyKey: string;
  givenAt: number;
  problem?: { code: string; status: number; detail: string };
}

type Device = Dexie & {
  drafts: EntityTable<Draft, 'key'>;
  reads: EntityTable<KeptRead, 'key'>;
  outbox: EntityTable<Waiting, 'sequence'>;
};

let opened: Promise<Device> | undefined;

/** The device's own database, fetched and opened on first use. Rejects where the browser forbids storage. */
export function device(): Promise<Device> {
  opened ??= import('dexie').then(({ Dexie }) => {
    const own = new Dexie('jia') as Device;
    own.version(1).stores({ drafts: 'key, savedAt', reads: 'key, readAt', outbox: '++sequence, accountId' });
    return own;
  });
  return opened;
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
