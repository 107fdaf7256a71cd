import type { Context } from '#kernel/context.ts';

const purpose = 'case.phone_tail';

/** A tail alone tells nothing without the key; with it and the number a requester finds the case again. */
export const tailIndex = (context: Context, tail: string): string =>
  context.services.crypto.blindIndex(purpose, tail);
