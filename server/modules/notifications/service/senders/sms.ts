import type { Messenger } from '#kernel/messenger.ts';
import type { Sender } from './sender.ts';

/** By the SMS gateway of the deployment; whatever it fails with may pass later. */
export function smsSender(messenger: Messenger): Sender {
  return {
    channel: 'sms',
    send: async ({ address, template, text }) => {
      try {
        await messenger.send({ phone: address, template, text });
        return { sent: true };
      } catch (error) {
        // The message of a gateway may repeat the number: only its kind is kept.
        return { sent: false, problem: error instanceof Error ? error.name : 'unknown', again: true };
      }
    },
  };
}
