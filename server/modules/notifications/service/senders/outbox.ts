import type { Sender } from './sender.ts';

/** Of the demo: nothing leaves; the page of texts shows what would have. */
export const outboxSender: Sender = { channel: 'outbox', send: async () => ({ sent: true }) };
