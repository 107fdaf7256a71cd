import { createOutbox, type Outbox, type OutboxShelf } from './outbox.ts';
import { device } from './store.ts';

const shelf: OutboxShelf = {
  all: async (accountId) => (await device()).outbox.where('accountId').equals(accountId).toArray(),
  add: async (command) => (await device()).outbox.add(command),
  refuse: async (sequence, problem) => {
    await (await device()).outbox.update(sequence, { problem });
  },
  remove: async (sequence) => (await device()).outbox.delete(sequence),
};

const outboxes = new Map<string, Outbox>();

/** The queue of one account on this device. */
export function deviceOutbox(accountId: string): Outbox {
  const known = outboxes.get(accountId) ?? createOutbox(shelf, accountId);
  outboxes.set(accountId, known);
  return known;
}
