import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { inAreas } from '#kernel/scope.ts';

export async function adultIds(context: Context, below: readonly string[]): Promise<string[]> {
  const today = dayOf(context.now);
  const bornBefore = `${Number(today.slice(0, 4)) - 18}${today.slice(4).replace('-02-29', '-02-28')}`;
  const rows = await context.db
    .selectFrom('persons')
    .select('id')
    .where('street_id', '=', context.streetId)
    .where('status', '=', 'active')
    .where(inAreas('area_path', below))
    .where('born_on', '<=', bornBefore)
    .execute();
  return rows.map(({ id }) => id);
}
