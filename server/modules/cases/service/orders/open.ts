// A new order: registered with its own number and its own date, its text whole.
import { orderSentences as sentences, orderWords as words } from '#contract/cases/orders/words.ts';
import type { Context } from '#kernel/context.ts';
import { shanghaiMinute } from '#kernel/sheets/shanghai.ts';
import { fill } from '#kernel/words.ts';
import type { Order } from '../../orders/line.ts';
import { type CaseRow, getCaseRow } from '../../store/cases.ts';
import { findMatter } from '../../store/matters.ts';
import { insertRequester } from '../../store/parts.ts';
import { alarmsOf, create, urgencyFor } from '../create.ts';
import { phoneColumns } from '../resident/caller.ts';
import { makeMove, makeNote } from '../step.ts';
import { ownDue } from './due.ts';
import { type OrderDesk, requireIntakeAt } from './import.ts';
import { digestOf, keepSource } from './source.ts';

export async function openOrder(desk: OrderDesk, order: Order): Promise<CaseRow> {
  const { context } = desk;
  const place = desk.placeOf(order.place) ?? desk.placeOf(order.text);
  requireIntakeAt(context, place?.path ?? `/${context.streetId}/`);
  const placeText = order.place.slice(0, placeMax) || words.unknownPlace;
  const receivedAt = order.receivedAt ?? context.now.toISOString();
  const matterCode = desk.matterCodeOf(order);
  // A finish that is still to come is a date to finish by, whatever the column is called.
  const promised = order.dueAt ?? (isAhead(context, order.completedAt) ? order.completedAt : null);
  const dueAt = promised ?? (await dueWithout(context, { ...order, placeText, receivedAt, matterCode }));
  const row = await create(context, {
    kind: 'hotline_order',
    channel: 'hotline',
    text: order.text,
    title: order.title,
    requestType: order.requestType,
    urgency: order.urgency,
    matterCode,
    areaId: place?.areaId ?? null,
    located: true,
    placeText,
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

/** Counted by the urgency that the case will have: a danger in the text makes the date an early one. */
async function dueWithout(
  context: Context,
  order: Order & { placeText: string; receivedAt: string; matterCode: string | null },
): Promise<string> {
  const matter = order.matterCode ? await findMatter(context, order.matterCode) : undefined;
  const urgency = urgencyFor(order.urgency, alarmsOf(order), matter);
  return await ownDue(context, { ...order, urgency });
}

const isAhead = (context: Context, at: string | null): boolean =>
  at !== null && Date.parse(at) > context.now.getTime();

const minute = (at: string): string => shanghaiMinute(new Date(at));

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
  await insertRequester(context, {
    id: context.newId(),
    case_id: caseId,
    account_id: null,
    name: caller.name,
    ...phoneColumns(context, caller.phone),
    on_behalf_of: null,
    hidden: caller.hidden,
    added_at: context.now,
  });
}
