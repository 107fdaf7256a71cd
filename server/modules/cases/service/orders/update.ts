// A row about an order that is known: what changed is told in the timeline, and what people wrote here stays.
import { type OrderColumn, orderColumns, orderSentences as sentences } from '#contract/cases/orders/words.ts';
import type { ImportOutcome } from '#kernel/imports/definition.ts';
import { fill } from '#kernel/words.ts';
import { type Change, changesOf, isOldNews } from '../../orders/changes.ts';
import type { Order } from '../../orders/line.ts';
import { isOpen } from '../../rules.ts';
import { type CaseRow, type Columns, getCaseRow } from '../../store/cases.ts';
import { findSource } from '../../store/sources.ts';
import { alarmsOf } from '../create.ts';
import { makeNote, soundAlarm } from '../step.ts';
import { type OrderDesk, requireIntakeAt } from './import.ts';
import { digestOf, type KeptSource, keepSource, openSource } from './source.ts';

/** Of one change in the timeline; the whole stands in the source. */
const quotedMax = 120;
const changesKept = 200;
const versionsKept = 50;

export async function updateOrder(desk: OrderDesk, caseId: string, order: Order): Promise<ImportOutcome> {
  const { context } = desk;
  const stored = await findSource(context, caseId);
  const digest = digestOf(order.cells);
  // An order that was typed in by hand has no source yet: the sheet brings it, and is compared with nothing.
  const kept: KeptSource = stored ? openSource(context, stored) : { cells: {}, versions: [], changes: [] };
  if (isOldNews(kept.versions, digest)) return 'unchanged';
  const row = await getCaseRow(context, caseId);
  requireIntakeAt(context, row.area_path);
  const changes = stored ? changesOf(kept.cells, order.cells) : changesOf({}, order.cells);
  if (changes.length === 0) return 'unchanged';

  const at = context.now.toISOString();
  await keepSource(context, caseId, 'hotline', {
    cells: { ...kept.cells, ...order.cells },
    versions: [...kept.versions, { digest, request: context.request.id }].slice(-versionsKept),
    changes: [...kept.changes, ...changes.map((change) => ({ at, change }))].slice(-changesKept),
  });
  // The rows of one file share a request: the same number said two things at once.
  const twice = kept.versions.at(-1)?.request === context.request.id;
  const { columns, keptFields } = columnsAfter(desk, row, kept, order);
  await makeNote(context, row, 'external_update', {
    note: noteOf(changes, keptFields, row, columns, order, twice),
    data: { fields: changes.map(({ field }) => (field in orderColumns ? field : 'other')) },
    columns: { ...columns, ...dangerIn(row, columns) },
  });
  if (dangerIn(row, columns).alarms) await soundAlarm(context, caseId);
  return 'updated';
}

/** A danger that the hotline writes later alarms as if it had been in the first words. */
function dangerIn(row: CaseRow, columns: Columns): Pick<Columns, 'alarms' | 'urgency'> {
  const { title, text, place_text: placeText } = { ...row, ...columns };
  const alarms = alarmsOf({ title, text, placeText });
  return alarms.every((alarm) => row.alarms.includes(alarm)) ? {} : { alarms, urgency: 'critical' };
}

/** The order's own words follow the order while nobody here has changed them; its date always does. */
function columnsAfter(desk: OrderDesk, row: CaseRow, kept: KeptSource, order: Order) {
  const columns: Columns = {};
  const keptFields: string[] = [];
  const before = kept.cells;
  const follow = (field: OrderColumn, own: string, was: string | undefined, write: () => void) => {
    if (order.cells[field] === undefined || order.cells[field] === before[field]) return;
    // Without a source a person typed it here.
    if (kept.versions.length > 0 && (was === undefined || own === was.trim())) write();
    else keptFields.push(orderColumns[field].label);
  };
  follow('text', row.text, before.text, () => {
    columns.text = order.text;
  });
  follow('title', row.title, before.title, () => {
    if (order.title) columns.title = order.title;
  });
  if (row.matter_code === null) {
    const matterCode = desk.matterCodeOf(order);
    if (matterCode) columns.matter_code = matterCode;
  }
  if (row.area_id === null) {
    const place = desk.placeOf(order.place);
    if (place)
      Object.assign(columns, {
        area_id: place.areaId,
        area_path: place.path,
        place_text: order.place.slice(0, 200),
      });
  }
  if (order.dueAt && isOpen(row.status) && !sameInstant(order.dueAt, row.due_at))
    columns.due_at = order.dueAt;
  return { columns, keptFields };
}

const sameInstant = (one: string, other: string | null): boolean =>
  other !== null && Date.parse(one) === Date.parse(other);

function noteOf(
  changes: readonly Change[],
  keptFields: readonly string[],
  row: CaseRow,
  columns: Columns,
  order: Order,
  twice: boolean,
): string {
  const told = changes.map(({ field, before, after }) => {
    const label = labelOf(field);
    // Who called stands with the requester, masked; the timeline is read by more people.
    if (personal.includes(field)) return fill(sentences.personal, { label });
    return before === null
      ? fill(sentences.added, { label, after: quoted(after) })
      : fill(sentences.change, { label, before: quoted(before), after: quoted(after) });
  });
  const lines = [fill(sentences.updated, { changes: told.join('\uff1b') })];
  if (twice) lines.push(sentences.twice);
  if (keptFields.length > 0) lines.push(fill(sentences.kept, { label: keptFields.join('\u3001') }));
  if (order.dueAt && !isOpen(row.status) && !columns.due_at) lines.push(sentences.closed);
  return lines.join('\n').slice(0, 4000);
}

const personal: readonly string[] = ['callerName', 'callerPhone', 'callerSex'];

const labelOf = (field: string): string =>
  field in orderColumns ? orderColumns[field as OrderColumn].label : field.replace(/^other:/, '');

const quoted = (text: string): string =>
  text.length > quotedMax ? `${text.slice(0, quotedMax)}\u2026` : text;
