// A new order: registered with its own number and its own date, its text whole.
import { orderSentences as sentences, orderWords as words } from '#contract/cases/orders/words.ts';
import type { Context, EmittedEvent } from '#kernel/context.ts';
import { shanghaiMinute } from '#kernel/sheets/shanghai.ts';
import { fill } from '#kernel/words.ts';
import type { Order } from '../../orders/line.ts';
import type { NewRequester } from '../../store/begin.ts';
import { type Begun, insertCases } from '../../store/bulk.ts';
import { findMatter } from '../../store/matters.ts';
import { alarmsOf, beginning, type Facts, urgencyFor } from '../create.ts';
import { proposeMatter } from '../matters.ts';
import { phoneColumns } from '../resident/caller.ts';
import { dangerWords } from '../step.ts';
import { ownDue } from './due.ts';
import { type OrderDesk, requireIntakeAt } from './import.ts';
import { countingNow, Sheaf } from './sheaf.ts';
import { digestOf, sealed } from './source.ts';

/** Orders that are not known yet, each a whole case, written together. */
export async function openOrders(desk: OrderDesk, orders: readonly Order[]): Promise<string[]> {
  const { context } = desk;
  const by = await countingNow(context);
  const begun: (Begun & { events: readonly EmittedEvent[] })[] = [];
  for (const order of orders) begun.push(await begin(desk, order, by));
  await insertCases(context, begun);
  await context.emitAll(begun.flatMap(({ events }) => events));
  return begun.map(({ row }) => row.id);
}

async function begin(
  desk: OrderDesk,
  order: Order,
  by: Awaited<ReturnType<typeof countingNow>>,
): Promise<Begun & { events: readonly EmittedEvent[] }> {
  const { context } = desk;
  const place = desk.placeOf(order.place) ?? desk.placeOf(order.text);
  requireIntakeAt(context, place?.path ?? `/${context.streetId}/`);
  const placeText = order.place.slice(0, placeMax) || words.unknownPlace;
  const receivedAt = order.receivedAt ?? context.now.toISOString();
  const matterCode = desk.matterCodeOf(order);
  const matter = matterCode ? await findMatter(context, matterCode) : undefined;
  // A finish that is still to come is a date to finish by, whatever the column is called.
  const promised = order.dueAt ?? (isAhead(context, order.completedAt) ? order.completedAt : null);
  const urgency = urgencyFor(order.urgency, alarmsOf({ ...order, placeText }), matter);
  const dueAt = promised ?? (await ownDue(context, { receivedAt, urgency, matterCode }));
  const facts = {
    kind: 'hotline_order',
    channel: 'hotline',
    text: order.text,
    title: order.title,
    requestType: order.requestType,
    urgency: order.urgency,
    matterCode,
    areaId: place?.areaId ?? null,
    placeText,
    longitude: null,
    latitude: null,
    fileIds: [],
    externalNumber: order.number,
    dueAt,
    reportedAt: receivedAt,
  } satisfies Facts;
  const proposal = await proposeMatter(context, order.text);
  const rules = by.sla.kinds.hotline_order;
  const row = beginning(context, facts, { matter, area: place, placeText, proposal, rules });
  const sheaf = new Sheaf(context, row, by);
  // What is dangerous is told at once and alone.
  const together = row.urgency !== 'critical';
  sheaf.note('open', {
    note: openingNote(context, order, receivedAt, dueAt, promised !== null),
    together,
  });
  if (row.alarms.length > 0)
    sheaf.note('alarm', { note: dangerWords(row), data: { alarms: row.alarms }, together: false });
  const ended = endedElsewhere(context, order);
  if (ended)
    sheaf.move('transfer_out', {
      note: ended,
      columns: { closed_at: context.now.toISOString() },
      together,
    });
  const { steps, clocks, events } = sheaf;
  return {
    row: sheaf.row,
    requester: callerOf(context, order),
    source: sealed(context, 'hotline', {
      cells: order.cells,
      versions: [{ digest: digestOf(order.cells), request: context.request.id }],
      changes: [],
    }),
    steps,
    clocks,
    events,
  };
}

const placeMax = 200;

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

function callerOf(context: Context, { caller }: Order): NewRequester | null {
  if (!caller) return null;
  return {
    id: context.newId(),
    account_id: null,
    name: caller.name,
    ...phoneColumns(context, caller.phone),
    on_behalf_of: null,
    hidden: caller.hidden,
    added_at: context.now,
  };
}
