// A way out of the house. A deployment may add one: implement `Sender` and list it in senders.ts.
import type { NoticeFields, TextChannel, TextTemplate } from '#contract/notifications/codes.ts';

export interface OutgoingText {
  template: TextTemplate;
  /** Gaps of the template; never a word of the case. */
  fields: NoticeFields;
  /** The whole sentence, for channels that take one. */
  text: string;
  /** Phone number or openid, looked up just now. */
  address: string;
}

/** `again`: it may succeed later; else trying again is useless (no such person, refused by the person). */
export type Sent = { sent: true } | { sent: false; problem: string; again: boolean };

export interface Sender {
  channel: TextChannel;
  send(text: OutgoingText): Promise<Sent>;
}
