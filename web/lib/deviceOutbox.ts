import { createOutbox, type Outbox, type OutboxShelf } from './outbox.ts';
import { device } from './store.ts';

const shelf: OutboxShelf = {
  all: (accountId) => device().outbox.where('accountId').equals(accountId).toArray(),
  add: (command) => device().outbox.add(command),
  refuse: async (sequence, problem) => {
    await device().outbox.update(sequence, { problem });
  },
  remove: (sequence) => device().outbox.delete(sequence),
};

const outboxes = new Map<string, Outbox>();

/** The queue of one account on this device. */
export function deviceOutbox(accountId: string): Outbox {
  const known = outboxes.get(accountId) ?? createOutbox(shelf, accountId);
  outboxes.set(accountId, known);
  return known;
}
