// Which cases a viewer sees, as SQL: the same borders as `mayRead`, each way in with an index of its own.
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { Tables } from '#kernel/database/tables.ts';
import { startingWith } from '#kernel/scope.ts';
import type { CasesTable } from '../tables.ts';

export type Build = ExpressionBuilder<Tables & { c: CasesTable }, 'c'>;

/** Where a viewer looks: below paths, and at the work of units. */
export interface Reach {
  streetId: number;
  /** None lies below another. */
  paths: readonly string[];
  unitIds: readonly string[];
}

/** `/street/community/` of a place, or null for the street itself. */
export function communityPath(path: string): string | null {
  const codes = path.split('/').filter(Boolean);
  return codes.length < 2 ? null : `/${codes.slice(0, 2).join('/')}/`;
}

/** What of `paths` lies at or below `within`, each place once. */
export function pathsWithin(paths: readonly string[], within: string | undefined): string[] {
  const cut = within === undefined ? [...paths] : paths.flatMap((path) => overlap(path, within));
  const distinct = [...new Set(cut)];
  return distinct.filter((path) => !distinct.some((other) => other !== path && path.startsWith(other)));
}

function overlap(path: string, within: string): string[] {
  if (within.startsWith(path)) return [within];
  return path.startsWith(within) ? [path] : [];
}

/** The cases below one place; equality on the community lets an index keep its order. */
export function below(path: string): Expression<SqlBool> {
  const community = communityPath(path);
  if (community === null) return sql<SqlBool>`true`;
  if (community === path) return sql<SqlBool>`c.community_path = ${path}`;
  // Appending nothing keeps the index of places out: it would fetch and sort a whole grid, where walking the
  // community by date reads the place in the index and stops at the end of the page.
  return sql<SqlBool>`(c.community_path = ${community} and c.area_path || '' like ${startingWith(path)})`;
}

/** The ways in, each a condition on `c` that one index serves; a case may come by several. */
export function waysIn(reach: Reach): Expression<SqlBool>[] {
  const ways = reach.paths.map(below);
  if (reach.paths.some((path) => communityPath(path) === null)) return [sql<SqlBool>`true`];
  for (const unitId of reach.unitIds) ways.push(sql<SqlBool>`c.lead_id = ${unitId}::uuid`);
  if (reach.unitIds.length > 0) ways.push(helpedBy(reach));
  return ways;
}

function helpedBy({ streetId, unitIds }: Reach): Expression<SqlBool> {
  return sql<SqlBool>`c.id in (select a.case_id from case_assignments a
    where a.street_id = ${streetId} and a.unit_id = any(${[...unitIds]}::uuid[])
      and a.role <> 'lead' and a.status in ('notified', 'accepted', 'reported'))`;
}

/** All ways in one condition, for looking at single candidates. */
export function reached(context: Context, build: Build, reach: Reach): Expression<SqlBool> {
  const areas = reach.paths.map(below);
  const { unitIds } = reach;
  if (unitIds.length === 0) return build.or(areas);
  const helped = build.exists(
    build
      .selectFrom('case_assignments as a')
      .select('a.id')
      .where('a.street_id', '=', context.streetId)
      .whereRef('a.case_id', '=', 'c.id')
      .where('a.status', 'in', ['notified', 'accepted', 'reported'])
      .where(sql<SqlBool>`a.unit_id = any(${[...unitIds]}::uuid[])`),
  );
  return build.or([...areas, helped]);
}
