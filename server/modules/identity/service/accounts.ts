import type { InputOf } from '#contract/define.ts';
import type { changeAccount, listAccounts } from '#contract/identity/endpoints.ts';
import type { AccountRecord } from '#contract/identity/records.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { accountRights } from '../policy.ts';
import { changeAccountRow, getAccount, listStaffAccounts } from '../store/accounts.ts';
import { deleteSessionsOf } from '../store/sessions.ts';
import { accountFacts, viewAccounts } from '../view.ts';

export async function listAccountRecords(context: Context, input: InputOf<typeof listAccounts>) {
  const { rows, nextCursor, total } = await listStaffAccounts(context, input);
  return { items: await viewAccounts(context, rows), nextCursor, total };
}

const deeds = {
  unlock: { change: { failed_count: 0, locked_until: null }, event: 'account.unlocked', endSessions: false },
  disable: { change: { status: 'disabled' as const }, event: 'account.disabled', endSessions: true },
  enable: { change: { status: 'active' as const }, event: 'account.enabled', endSessions: false },
  reset_second_factor: {
    change: { totp_cipher: null, totp_confirmed_at: null, totp_last_step: null },
    event: 'account.second_factor_reset',
    endSessions: true,
  },
};

export async function changeAccountState(
  context: Context,
  input: InputOf<typeof changeAccount>,
): Promise<AccountRecord> {
  const account = await getAccount(context, input.accountId);
  const allowed = accountRights(context.actor, accountFacts(context, account))[input.action];
  if (allowed !== true) throw new Problem(allowed, 409);
  if (account.version !== input.version) throw new Problem('version.stale', 409);

  const deed = deeds[input.action];
  await changeAccountRow(context, account.id, deed.change);
  if (deed.endSessions) await deleteSessionsOf(context, account.id);
  await context.emit({
    name: deed.event,
    subject: { module: 'identity', id: account.id },
    data: { reason: input.reason },
  });
  const [record] = await viewAccounts(context, [await getAccount(context, account.id)]);
  return record as AccountRecord;
}
