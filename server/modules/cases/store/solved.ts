// Who has finished cases of a matter near a place.
import type { UnitKind } from '#contract/cases/codes.ts';
import type { Context } from '#kernel/context.ts';
import { inAreas } from '#kernel/scope.ts';

const dayMs = 86_400_000;

/** Lead units of finished cases of the matter below the path during the last year, the busiest first. */
export async function unitsThatSolved(
  context: Context,
  { matterCode, areaPath, exceptId }: { matterCode: string; areaPath: string; exceptId: string },
) {
  const rows = await context.db
    .selectFrom('cases')
    .select(['lead_kind', 'lead_id', (build) => build.fn.countAll<number>().as('count')])
    .select((build) => build.fn.max('lead_name').as('name'))
    .where('street_id', '=', context.streetId)
    .where('status', 'in', ['resolved', 'confirming', 'closed'])
    .where('matter_code', '=', matterCode)
    .where(inAreas('area_path', [areaPath]))
    .where('finished_at', '>', new Date(context.now.getTime() - 365 * dayMs).toISOString())
    .where('lead_id', 'is not', null)
    .where('id', '!=', exceptId)
    .groupBy(['lead_kind', 'lead_id'])
    .orderBy('count', 'desc')
    .limit(5)
    .execute();
  return rows.flatMap(({ lead_kind, lead_id, name, count }) =>
    lead_kind && lead_id ? [{ kind: lead_kind as UnitKind, unitId: lead_id, name: name ?? '', count }] : [],
  );
}
