// A new order: registered with its own number and its own date, its text whole.
import { orderSentences as sentences, orderWords as words } from '#contract/cases/orders/words.ts';
import type { Context } from '#kernel/context.ts';
import { shanghaiMinute } from '#kernel/sheets/shanghai.ts';
import type { Order } from '../../orders/line.ts';
import { type CaseRow, getCaseRow } from '../../store/cases.ts';
import { insertRequester } from '../../store/parts.ts';
import { create } from '../create.ts';
import { makeMove, makeNote } from '../step.ts';
import { tailIndex } from '../tail.ts';
import { ownDue } from './due.ts';
import { type OrderDesk, requireIntakeAt } from './import.ts';
import { digestOf, keepSource } from './source.ts';

export async function openOrder(desk: OrderDesk, order: Order): Promise<CaseRow> {
  const { context } = desk;
  const place = desk.places(order.place) ?? (order.place === '' ? desk.places(order.text) : null);
  requireIntakeAt(context, place?.path ?? `/${context.streetId}/`);
  const receivedAt = order.receivedAt ?? context.now.toISOString();
  const matterCode = desk.matterCodeOf(order);
  // A finish that is still to come is a date to finish by, whatever the column is called.
  const promised = order.dueAt ?? (isAhead(context, order.completedAt) ? order.completedAt : null);
  const dueAt = promised ?? (await ownDue(context, { receivedAt, urgency: order.urgency, matterCode }));
  const row = await create(context, {
    kind: 'hotline_order',
    channel: 'hotline',
    text: order.text,
    title: order.title,
    requestType: order.requestType,
    urgency: order.urgency,
    matterCode,
    areaId: place?.areaId ?? null,
    placeText: order.place.slice(0, placeMax) || words.unknownPlace,
    longitude: null,
    latitude: null,
    fileIds: [],
    externalNumber: order.number,
    dueAt,
    reportedAt: receivedAt,
  });
  await addCaller(context, row.id, order);
  await keepSource(context, row.id, 'hotline', {
    cells: order.cells,
    versions: [{ digest: digestOf(order.cells), request: context.request.id }],
    changes: [],
  });
  await makeNote(context, row, 'open', {
    note: openingNote(context, order, receivedAt, dueAt, promised !== null),
  });
  const opened = await getCaseRow(context, row.id);
  const ended = endedElsewhere(context, order);
  if (ended)
    await makeMove(context, opened, 'transfer_out', {
      note: ended,
      columns: { closed_at: context.now.toISOString() },
    });
  return opened;
}

const placeMax = 200;

const isAhead = (context: Context, at: string | null): boolean =>
  at !== null && Date.parse(at) > context.now.getTime();

const minute = (at: string): string => shanghaiMinute(new Date(at));

export const fill = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '');

function openingNote(
  context: Context,
  order: Order,
  receivedAt: string,
  dueAt: string,
  promised: boolean,
): string {
  const opened = fill(sentences.opened, { orderNo: order.number, receivedAt: minute(receivedAt) });
  const passed = !isAhead(context, dueAt);
  const about = promised
    ? passed
      ? sentences.duePassed
      : ''
    : passed
      ? sentences.duePassedCounted
      : sentences.dueCounted;
  return `${opened}${fill(about, { dueAt: minute(dueAt) })}`;
}

/** Finished or void where it came from: kept for the history of the address, and nobody's work here. */
function endedElsewhere(context: Context, order: Order): string | null {
  if (order.voided) return fill(sentences.voided, { status: order.cells.status ?? '' });
  if (order.completedAt === null || isAhead(context, order.completedAt)) return null;
  return fill(sentences.finished, { completedAt: minute(order.completedAt) });
}

async function addCaller(context: Context, caseId: string, { caller }: Order): Promise<void> {
  if (!caller) return;
  const { phone } = caller;
  await insertRequester(context, {
    id: context.newId(),
    case_id: caseId,
    account_id: null,
    name: caller.name,
    phone_cipher: phone === null ? null : context.services.crypto.encrypt(phone),
    phone_tail_index: phone === null ? null : tailIndex(context, phone.slice(-4)),
    on_behalf_of: null,
    hidden: caller.hidden,
    added_at: context.now,
  });
}
