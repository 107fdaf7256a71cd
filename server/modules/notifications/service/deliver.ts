// Sends what is due: claimed first, so that nobody is told twice, then sent, then noted.
import type { Context } from '#kernel/context.ts';
import { partiesOf, phoneOfRequester } from '#modules/cases/index.ts';
import { getAccount, openidOf } from '#modules/identity/index.ts';
import { nextTry, phraseText } from '../rules.ts';
import {
  claimDelivery,
  type DeliveryRow,
  dueDeliveries,
  endDelivery,
  failInterrupted,
} from '../store/deliveries.ts';
import type { Sent } from './senders/sender.ts';
import { senderFor, wechatOf } from './senders/senders.ts';

const textsMax = 100;
const interruptedMs = 30 * 60_000;

export async function deliverDue(context: Context): Promise<void> {
  await failInterrupted(context, new Date(context.now.getTime() - interruptedMs));
  for (const deliveryId of await dueDeliveries(context, textsMax)) {
    const row = await context.apart((own) => claimDelivery(own, deliveryId));
    if (!row) continue;
    const sent = await sendOne(context, row);
    await context.apart((own) => note(own, row, sent));
  }
}

async function sendOne(context: Context, row: DeliveryRow): Promise<Sent> {
  const sender = senderFor(context, row.channel);
  if (!sender) return { sent: false, problem: 'not_configured', again: false };
  const address = await addressOf(context, row);
  if (!address) return { sent: false, problem: 'no_address', again: false };
  const { template, fields } = row;
  return await sender.send({ template, fields, text: phraseText(template, fields), address });
}

async function note(context: Context, row: DeliveryRow, sent: Sent): Promise<void> {
  if (sent.sent) return await endDelivery(context, row.id, { status: 'sent', problem: null, nextAt: null });
  const nextAt = sent.again ? nextTry(row.attempts, context.now) : null;
  await endDelivery(context, row.id, {
    status: nextAt ? 'queued' : 'failed',
    problem: sent.problem,
    nextAt,
  });
}

async function addressOf(context: Context, row: DeliveryRow): Promise<string | null> {
  if (row.channel === 'wechat') return await openidFor(context, row);
  if (row.recipient_kind === 'requester')
    return await phoneOfRequester(context, row.subject_id, row.recipient_id);
  const account = await getAccount(context, row.recipient_id);
  return context.services.crypto.decrypt(account.phone_cipher);
}

async function openidFor(context: Context, row: DeliveryRow): Promise<string | null> {
  const appid = wechatOf(context)?.account.appid;
  if (!appid) return null;
  const accountId =
    row.recipient_kind === 'account' ? row.recipient_id : await accountOfRequester(context, row);
  return accountId ? await openidOf(context, accountId, appid) : null;
}

async function accountOfRequester(context: Context, row: DeliveryRow): Promise<string | null> {
  const parties = await partiesOf(context, row.subject_id);
  return parties?.requesters.find((one) => one.requesterId === row.recipient_id)?.accountId ?? null;
}
