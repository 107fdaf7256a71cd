// Phones of requesters as they are kept: encrypted, with the tail to be found by.
import type { Context } from '#kernel/context.ts';
import { getAccount } from '#modules/identity/index.ts';
import { tailIndex } from '../tail.ts';

export function phoneColumns(context: Context, phone: string | null) {
  if (phone === null) return { phone_cipher: null, phone_tail_index: null };
  return {
    phone_cipher: context.services.crypto.encrypt(phone),
    phone_tail_index: tailIndex(context, phone.slice(-4)),
  };
}

export async function phoneColumnsOfCaller(context: Context) {
  const { accountId } = context.actor;
  if (!accountId) return phoneColumns(context, null);
  const { phone_cipher } = await getAccount(context, accountId);
  return phoneColumns(context, context.services.crypto.decrypt(phone_cipher));
}
