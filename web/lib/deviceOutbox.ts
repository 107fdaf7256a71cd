import { createOutbox, type Outbox, type OutboxShelf } from './outbox.ts';
import { device, type StoredCommand, type Waiting, type WaitingContent } from './store.ts';
import { seal, unseal } from './vault/vault.ts';

const shelf: OutboxShelf = {
  all: async (accountId) => {
    const rows = await (await device()).outbox.where('accountId').equals(accountId).toArray();
    return await Promise.all(rows.map(opened));
  },
  add: async (command) => (await device()).outbox.add((await closed(command)) as StoredCommand),
  change: async (command) => {
    await (await device()).outbox.put((await closed(command)) as StoredCommand);
  },
  remove: async (sequence) => (await device()).outbox.delete(sequence),
};

async function closed(command: Omit<Waiting, 'sequence'>): Promise<Omit<StoredCommand, 'sequence'>> {
  const { label, deed, method, address, body, files, made, ...rest } = command;
  return { ...rest, content: await seal({ label, deed, method, address, body, files, made }) };
}

async function opened({ content, ...rest }: StoredCommand): Promise<Waiting> {
  return { ...((await unseal(content)) as WaitingContent), ...rest };
}

const outboxes = new Map<string, Outbox>();

/** The queue of one account on this device. */
export function deviceOutbox(accountId: string): Outbox {
  const known = outboxes.get(accountId) ?? createOutbox(shelf, accountId);
  outboxes.set(accountId, known);
  return known;
}
