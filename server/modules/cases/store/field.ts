// SQL of the field: what waits for a look, what is found most.
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { areasWith, inAreas } from '#kernel/scope.ts';
import type { StepRow } from './parts.ts';

const checksMax = 100;
const foundDays = 180;

/** Grid cases that are done, asked for by nobody, and in which the viewer had no hand; oldest result first. */
export async function listToCheck(context: Context, handling: readonly StepRow['name'][]) {
  const accountId = context.actor.accountId ?? '';
  return await context.db
    .selectFrom('cases as c')
    .selectAll('c')
    .where('c.street_id', '=', context.streetId)
    .where('c.kind', '=', 'grid_case')
    .where('c.status', 'in', ['resolved', 'confirming'])
    .where(inAreas('c.area_path', areasWith(context.actor, 'case.check')))
    .where(sql<boolean>`c.reported_by is distinct from ${accountId}`)
    .where(sql<boolean>`c.handler_id is distinct from ${accountId}`)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('case_requesters as r')
            .select('r.id')
            .where('r.street_id', '=', context.streetId)
            .whereRef('r.case_id', '=', 'c.id'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('case_steps as s')
            .select('s.seq')
            .where('s.street_id', '=', context.streetId)
            .whereRef('s.case_id', '=', 'c.id')
            .where('s.actor_id', '=', accountId)
            .where('s.name', 'in', [...handling]),
        ),
      ),
    )
    .orderBy('c.finished_at')
    .orderBy('c.id')
    .limit(checksMax)
    .execute();
}

/** Codes of matters found in these areas lately, most often first. */
export async function countFoundMatters(
  context: Context,
  paths: readonly string[],
  limit: number,
): Promise<string[]> {
  const since = new Date(context.now.getTime() - foundDays * 86_400_000).toISOString();
  const rows = await context.db
    .selectFrom('cases')
    .select(['matter_code', (build) => build.fn.countAll<number>().as('count')])
    .where('street_id', '=', context.streetId)
    .where('kind', '=', 'grid_case')
    .where('reported_at', '>', since)
    .where('matter_code', 'is not', null)
    .where(inAreas('area_path', paths))
    .groupBy('matter_code')
    .orderBy('count', 'desc')
    .orderBy('matter_code')
    .limit(limit)
    .execute();
  return rows.flatMap(({ matter_code }) => matter_code ?? []);
}
