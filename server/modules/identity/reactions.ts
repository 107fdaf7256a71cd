import { codeRequested } from '#contract/identity/events.ts';
import { identityMessages } from '#contract/identity/words.ts';
import { personErased } from '#contract/people/events.ts';
import { type Reaction, reaction } from '#kernel/module.ts';
import { fill } from '#kernel/words.ts';
import { limits } from './rules.ts';
import { unlinkPerson } from './store/accounts.ts';
import { findCode } from './store/codes.ts';

export const identityReactions: readonly Reaction[] = [
  // An account outlives the file of its person, but no longer points to it.
  reaction('identity.forget_person', personErased, (context, event) =>
    unlinkPerson(context, event.subjectId),
  ),
  // Sending is the outside effect of asking for a code; a code that has gone meanwhile is not sent.
  reaction('identity.send_code', codeRequested, async (context, event) => {
    const open = await findCode(context, event.data.phoneIndex);
    if (!open || open.attempts_left === 0) return;
    const { crypto, messenger } = context.services;
    await messenger.send({
      phone: crypto.decrypt(open.phone_cipher),
      template: 'sign_in_code',
      text: fill(identityMessages.signInCode, {
        street: context.street.name,
        code: crypto.decrypt(open.code_cipher),
        minutes: limits.codeMinutes,
      }),
    });
  }),
];
