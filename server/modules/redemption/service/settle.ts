// The month: frozen list, the merchant's word, two signatures, the payment made outside (points.md R14).
import type { InputOf, OutputOf } from '#contract/define.ts';
import type {
  appealSettlement as appealEndpoint,
  confirmSettlement as confirmEndpoint,
} from '#contract/redemption/counter.ts';
import {
  settlementAnswered,
  settlementAppealed,
  settlementClosed,
  settlementConfirmed,
  settlementOpened,
  settlementSigned,
} from '#contract/redemption/events.ts';
import type { Limits } from '#contract/redemption/limits.ts';
import type {
  answerAppeal as answerEndpoint,
  closeSettlement as closeEndpoint,
  openSettlements as openEndpoint,
  signSettlement as signEndpoint,
} from '#contract/redemption/office.ts';
import type { SettlementRecord } from '#contract/redemption/records.ts';
import { spokenDay } from '#contract/redemption/words.ts';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { areasWith } from '#kernel/scope.ts';
import { settleClose, settleOpen, settleSign } from '#modules/points/index.ts';
import { daysMs, later } from '../limits.ts';
import { mayAt } from '../policy.ts';
import { mayOpen, maySettle, monthSpan, nextMonth, type SettlementDeed } from '../rules.ts';
import {
  countOfMonth,
  freezeLines,
  getSettlementRow,
  insertSettlement,
  type SettlementRow,
  unsettledBefore,
  updateSettlement,
} from '../store/settlements.ts';
import { requireOwner } from './counter.ts';
import { limitsOn } from './limits.ts';
import { presentSettlement } from './months.ts';

export async function openSettlements(
  context: Context,
  { month }: InputOf<typeof openEndpoint>,
): Promise<OutputOf<typeof openEndpoint>> {
  const { to } = monthSpan(month);
  const { undoMinutes } = await limitsOn(context, dayOf(new Date(to.getTime() - 1)));
  if (!mayOpen(month, context.now, undoMinutes))
    throw new Problem('settlement.month_running', 409, { day: spokenDay(`${nextMonth(month)}-01`) });
  const known = await countOfMonth(context, month);
  const limits = await limitsOn(context);
  const due = await unsettledBefore(context, to, areasWith(context.actor, 'merchant.edit'));
  let opened = 0;
  for (const one of due) opened += (await openOne(context, { month, to, ...limits }, one)) ? 1 : 0;
  return { opened, known };
}

interface Due {
  merchantId: string;
  accountId: string;
  areaPath: string;
  count: number;
  points: number;
  subsidyFen: number;
}

interface Span extends Pick<Limits, 'silenceDays' | 'sampleOneIn'> {
  month: string;
  to: Date;
}

/** False when the month of this merchant is frozen already; what came later waits for the next. */
async function openOne(
  context: Context,
  { month, to, silenceDays, sampleOneIn }: Span,
  due: Due,
): Promise<boolean> {
  const id = context.newId();
  const { merchantId, count, points, subsidyFen } = due;
  const row = {
    id,
    merchant_id: merchantId,
    month,
    count,
    points,
    subsidy_fen: subsidyFen,
    opened_by: context.actor.accountId ?? '',
    sample_one_in: sampleOneIn,
    silent_until: later(context.now, daysMs(silenceDays)),
  };
  if (!(await insertSettlement(context, row))) return false;

  const frozen = await freezeLines(context, id, merchantId, to);
  const { total } = await settleOpen(context, {
    commandId: id,
    merchantAccountId: due.accountId,
    periodEnd: to.toISOString(),
  });
  // Money follows this list: it agrees with the ledger to the point, or nothing is opened.
  if (
    total !== points ||
    frozen.points !== points ||
    frozen.count !== count ||
    frozen.subsidyFen !== subsidyFen
  )
    throw new Problem('settlement.totals_differ', 409);
  await context.emit({
    name: settlementOpened.name,
    subject: { module: 'redemption', id },
    to: 'open',
    data: { merchantId, month, count, points, subsidyFen },
    areaPath: due.areaPath,
  });
  return true;
}

// The merchant

export async function confirmSettlement(
  context: Context,
  { settlementId, version }: InputOf<typeof confirmEndpoint>,
): Promise<SettlementRecord> {
  const row = await ownSettlement(context, settlementId, 'confirm');
  return await move(context, row, version, settlementConfirmed.name, {
    state: 'confirmed',
    confirmed_at: context.now,
    confirmed_by: context.actor.accountId ?? '',
  });
}

export async function appealSettlement(
  context: Context,
  { settlementId, text, version }: InputOf<typeof appealEndpoint>,
): Promise<SettlementRecord> {
  const row = await ownSettlement(context, settlementId, 'appeal');
  return await move(context, row, version, settlementAppealed.name, { state: 'appealed', appeal: text });
}

async function ownSettlement(
  context: Context,
  settlementId: string,
  deed: SettlementDeed,
): Promise<SettlementRow> {
  const merchant = await requireOwner(context);
  const row = await getSettlementRow(context, settlementId);
  if (row.merchant_id !== merchant.id) throw new Problem('merchant.outside_your_area', 403);
  refuse(context, row, deed);
  return row;
}

// The office

export async function answerAppeal(
  context: Context,
  { settlementId, text, version }: InputOf<typeof answerEndpoint>,
): Promise<SettlementRecord> {
  const row = await officeSettlement(context, settlementId, 'merchant.edit', 'answer');
  return await move(context, row, version, settlementAnswered.name, { state: 'open', answer: text });
}

export async function signSettlement(
  context: Context,
  { settlementId, version }: InputOf<typeof signEndpoint>,
): Promise<SettlementRecord> {
  const row = await officeSettlement(context, settlementId, 'settlement.sign', 'sign');
  await settleSign(context, { commandId: context.newId(), settlementId });
  return await move(context, row, version, settlementSigned.name, {
    state: 'signed',
    signed_at: context.now,
    signed_by: context.actor.accountId ?? '',
  });
}

export async function closeSettlement(
  context: Context,
  { settlementId, paymentReference, version }: InputOf<typeof closeEndpoint>,
): Promise<SettlementRecord> {
  const row = await officeSettlement(context, settlementId, 'merchant.edit', 'close');
  await settleClose(context, { commandId: context.newId(), settlementId, paymentRef: paymentReference });
  return await move(
    context,
    row,
    version,
    settlementClosed.name,
    { state: 'closed', closed_at: context.now, payment_reference: paymentReference },
    { paymentReference },
  );
}

async function officeSettlement(
  context: Context,
  settlementId: string,
  permission: 'merchant.edit' | 'settlement.sign',
  deed: SettlementDeed,
): Promise<SettlementRow> {
  const row = await getSettlementRow(context, settlementId);
  if (!mayAt(context.actor, permission, row.area_path)) throw new Problem('merchant.outside_your_area', 403);
  refuse(context, row, deed);
  return row;
}

function refuse(context: Context, row: SettlementRow, deed: SettlementDeed): void {
  const may = maySettle(deed, row, context.actor.accountId ?? '', context.now);
  if (may !== true) throw new Problem(may, may === 'settlement.same_person' ? 403 : 409);
}

async function move(
  context: Context,
  row: SettlementRow,
  version: number,
  eventName: string,
  columns: Parameters<typeof updateSettlement>[3] & { state: SettlementRow['state'] },
  more: Record<string, unknown> = {},
): Promise<SettlementRecord> {
  if (!(await updateSettlement(context, row.id, version, columns)))
    throw new Problem('version.stale', 409, { current: await presentSettlement(context, row.id) });
  await context.emit({
    name: eventName,
    subject: { module: 'redemption', id: row.id },
    from: row.state,
    to: columns.state,
    data: { merchantId: row.merchant_id, month: row.month, ...more },
    areaPath: row.area_path,
  });
  return await presentSettlement(context, row.id);
}
