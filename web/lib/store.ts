import { Dexie, type EntityTable } from 'dexie';

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

let opened: Device | undefined;

/** The device's own database, opened on first use. Rejects where the browser forbids storage. */
export function device(): Device {
  if (!opened) {
    opened = new Dexie('jia') as Device;
    opened
      .version(1)
      .stores({ drafts: 'key, savedAt', reads: 'key, readAt', outbox: '++sequence, accountId' });
  }
  return opened;
}

/** Drops drafts and readings; what waits to be sent stays with its account. */
export async function forgetReadings(): Promise<void> {
  await Promise.all([device().drafts.clear(), device().reads.clear()]).catch(() => {});
}
