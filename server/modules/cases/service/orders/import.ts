// Orders of the hotline: a new number becomes a case, a changed row a line in its timeline, a repeated one nothing.
import type { Context } from '#kernel/context.ts';
import type { ImportOutcome } from '#kernel/imports/definition.ts';
import { Problem } from '#kernel/problem.ts';
import { matterOf } from '../../orders/category.ts';
import type { Order } from '../../orders/line.ts';
import { may } from '../../policy.ts';
import { listMatterRows } from '../../store/matters.ts';
import { casesByExternalNumber } from '../../store/sources.ts';
import { openOrder } from './open.ts';
import { type Finder, placeFinder } from './places.ts';
import { updateOrder } from './update.ts';

export interface OrderDesk {
  context: Context;
  placeOf: Finder;
  matterCodeOf(order: Order): string | null;
}

export async function saveOrders(context: Context, orders: readonly Order[]): Promise<ImportOutcome[]> {
  const desk = await orderDesk(context);
  const known = await casesByExternalNumber(
    context,
    orders.map(({ number }) => number),
  );
  const outcomes: ImportOutcome[] = [];
  for (const order of orders) {
    const caseId = known.get(order.number);
    if (caseId) outcomes.push(await updateOrder(desk, caseId, order));
    else {
      // Number twice in one batch: the second row is about the case that the first has just opened.
      known.set(order.number, (await openOrder(desk, order)).id);
      outcomes.push('created');
    }
  }
  return outcomes;
}

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
