// Orders of the hotline: a new number becomes a case, a changed row a line in its timeline, a repeated one nothing.
import type { Context } from '#kernel/context.ts';
import type { ImportOutcome } from '#kernel/imports/definition.ts';
import { Problem } from '#kernel/problem.ts';
import { matterOf } from '../../orders/category.ts';
import type { Order } from '../../orders/line.ts';
import { may } from '../../policy.ts';
import { listMatterRows } from '../../store/matters.ts';
import { sourcesByNumber } from '../../store/sources.ts';
import { openOrders } from './open.ts';
import { type Finder, placeFinder } from './places.ts';
import { digestOf } from './source.ts';
import { updateOrder } from './update.ts';

export interface OrderDesk {
  context: Context;
  placeOf: Finder;
  matterCodeOf(order: Order): string | null;
}

export async function saveOrders(context: Context, orders: readonly Order[]): Promise<ImportOutcome[]> {
  const desk = await orderDesk(context);
  const known = await sourcesByNumber(
    context,
    orders.map(({ number }) => number),
  );
  const fresh = firstOfEach(orders.filter(({ number }) => !known.has(number)));
  const opened = await openOrders(desk, fresh);
  // Number twice in one batch: the second row is about the case that the first has just opened.
  const ids = new Map(fresh.map(({ number }, index) => [number, opened[index] ?? '']));
  const isFresh = new Set(fresh);
  const outcomes: ImportOutcome[] = [];
  for (const order of orders) {
    const stored = known.get(order.number);
    if (isFresh.has(order)) outcomes.push('created');
    else if (stored?.digest === digestOf(order.cells)) outcomes.push('unchanged');
    else outcomes.push(await updateOrder(desk, stored?.caseId ?? ids.get(order.number) ?? '', order));
  }
  return outcomes;
}

const firstOfEach = (orders: readonly Order[]): Order[] => {
  const seen = new Set<string>();
  return orders.filter(({ number }) => !seen.has(number) && seen.add(number));
};

async function orderDesk(context: Context): Promise<OrderDesk> {
  const matters = (await listMatterRows(context)).map(({ code, name, parent_code: parentCode }) => ({
    code,
    name,
    parentCode,
  }));
  return {
    context,
    placeOf: await placeFinder(context),
    matterCodeOf: ({ category }) => matterOf(category, matters)?.code ?? null,
  };
}

/** @throws Problem 403 with the column at fault */
export function requireIntakeAt(context: Context, areaPath: string): void {
  if (!may(context.actor, 'case.intake', areaPath))
    throw new Problem('case.area_outside', 403, { column: 'location' });
}
