// 12345 work orders as cities export them, through the one wizard.
import { type OrderColumn, orderColumns, orderWords } from '#contract/cases/orders/words.ts';
import type { ImportColumn, ImportDefinition } from '#kernel/imports/definition.ts';
import { type Order, orderLine } from '../orders/line.ts';
import { saveOrders } from '../service/orders/import.ts';

const more: Partial<Record<OrderColumn, Partial<ImportColumn>>> = {
  orderNo: { required: true },
  receivedAt: { kind: 'instant' },
  callerName: { mask: 'name' },
  callerPhone: { mask: 'phone' },
  location: { mask: 'address' },
};

/** A line of totals, or who printed the sheet: one or two cells, the first of which says so. */
function isRemark(cells: Readonly<Record<string, string>>): boolean {
  const written = Object.values(cells);
  return written.length <= 2 && orderWords.remarks.test((written[0] ?? '').trim());
}

export const hotlineIn: ImportDefinition<Order> = {
  name: 'hotline',
  title: orderWords.title,
  permission: 'case.intake',
  columns: (Object.keys(orderColumns) as OrderColumn[]).map((key) => {
    const { label, synonyms, explanation } = orderColumns[key];
    return { key, label, synonyms, explanation, kind: 'text', required: false, ...more[key] };
  }),
  keepsOthers: true,
  isRemark,
  schema: orderLine,
  // The same number with another text is no repeat: it is what changed, and is written as such.
  keyOf: (order) => JSON.stringify([order.number, order.cells]),
  save: async (context, order) => {
    const [outcome] = await saveOrders(context, [order]);
    return outcome ?? 'unchanged';
  },
  saveBatch: (context, orders) => saveOrders(context, orders),
};
