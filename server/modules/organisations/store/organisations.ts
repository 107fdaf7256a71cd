// SQL of the register itself: the record, the list, its counts.
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { normalCreditCode } from '#contract/organisations/creditCode.ts';
import { type OrganisationKind, organisationStatuses, servingKinds } from '#contract/organisations/kinds.ts';
import type { Context } from '#kernel/context.ts';
import { countMax, decodeCursor } from '#kernel/cursor.ts';
import type { Tables } from '#kernel/database/tables.ts';
import { Problem } from '#kernel/problem.ts';
import { areasWith, inAreas } from '#kernel/scope.ts';
import { contains, grams } from '#kernel/search/bigrams.ts';
import type { OrganisationsTable } from '../tables.ts';

export type OrganisationRow = Awaited<ReturnType<typeof getOrganisationRow>>;

export async function findOrganisationRow(context: Context, organisationId: string) {
  return await context.db
    .selectFrom('organisations')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('id', '=', organisationId)
    .executeTakeFirst();
}

export async function findActiveAt(context: Context, kind: OrganisationKind, areaId: string) {
  return await context.db
    .selectFrom('organisations')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('status', '=', 'active')
    .where('kind', '=', kind)
    .where('area_id', '=', areaId)
    .orderBy('registered_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
}

/** @throws Problem 404 `input.id_unknown`, also for an organisation of another street. */
export async function getOrganisationRow(context: Context, organisationId: string) {
  const row = await findOrganisationRow(context, organisationId);
  if (!row) throw new Problem('input.id_unknown', 404);
  return row;
}

export interface ListFilter {
  search?: string | undefined;
  kind?: OrganisationKind | undefined;
  status: 'active' | 'closed';
  areaPath?: string | undefined;
  councilMember?: true | undefined;
  partyGap?: true | undefined;
}

/** One row more than `limit`, ordered by name, with the first contact of each. */
export async function listOrganisationRows(
  context: Context,
  filter: ListFilter & { cursor?: string | undefined; limit: number },
) {
  let query = context.db
    .selectFrom('organisations as o')
    .selectAll('o')
    .where('o.street_id', '=', context.streetId)
    .where((build) => readable(context, build))
    .where((build) => matching(context, build, filter));
  const after = decodeCursor(filter.cursor, 2);
  if (after) query = query.where(sql<SqlBool>`(o.name, o.id::text) > (${after[0]}, ${after[1]})`);
  return await query
    .orderBy('o.name')
    .orderBy('o.id')
    .limit(filter.limit + 1)
    .execute();
}

/** How many the list holds; stops counting one past `countMax`. */
export async function countOrganisations(context: Context, filter: ListFilter): Promise<number> {
  const counted = await context.db
    .selectFrom((from) =>
      from
        .selectFrom('organisations as o')
        .select('o.id')
        .where('o.street_id', '=', context.streetId)
        .where((build) => readable(context, build))
        .where((build) => matching(context, build, filter))
        .limit(countMax + 1)
        .as('found'),
    )
    .select((build) => build.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return counted.count;
}

type Build = ExpressionBuilder<Tables & { o: OrganisationsTable }, 'o'>;

/** The same borders as `mayRead`, in SQL. */
function readable(context: Context, build: Build): Expression<SqlBool> {
  const paths = areasWith(context.actor, 'organisation.read');
  if (paths.length === 0) return sql<SqlBool>`false`;
  return build.or([
    inAreas('o.area_path', paths),
    build.and([build('o.kind', 'in', [...servingKinds]), build('o.area_path', 'in', ancestorsOf(paths))]),
    servesWithin(context, build, paths),
  ]);
}

/** Paths that lie above or at the given ones: '/a/b/' gives '/a/' and '/a/b/'. */
function ancestorsOf(paths: readonly string[]): string[] {
  const steps = paths.flatMap((path) => {
    const codes = path.split('/').filter(Boolean);
    return codes.map((_, index) => `/${codes.slice(0, index + 1).join('/')}/`);
  });
  return [...new Set(steps)];
}

function servesWithin(context: Context, build: Build, paths: readonly string[]): Expression<SqlBool> {
  return build.exists(
    build
      .selectFrom('organisation_areas as served')
      .select('served.area_id')
      .where('served.street_id', '=', context.streetId)
      .whereRef('served.organisation_id', '=', 'o.id')
      .where((inner) =>
        inner.or([inAreas('served.area_path', paths), inner('served.area_path', 'in', ancestorsOf(paths))]),
      ),
  );
}

function matching(context: Context, build: Build, filter: ListFilter): Expression<SqlBool> {
  const conditions: Expression<SqlBool>[] = [build('o.status', '=', filter.status)];
  if (filter.kind) conditions.push(build('o.kind', '=', filter.kind));
  if (filter.councilMember) conditions.push(build('o.council_member', '=', true));
  if (filter.partyGap)
    conditions.push(build('o.party_member_count', '>', 0), build('o.party_organisation', 'is', null));
  if (filter.areaPath)
    conditions.push(
      build.or([inAreas('o.area_path', [filter.areaPath]), servesWithin(context, build, [filter.areaPath])]),
    );
  if (filter.search) conditions.push(named(build, filter.search));
  return build.and(conditions);
}

function named(build: Build, words: string): Expression<SqlBool> {
  return build.or([
    contains('o.name', 'o.search', words),
    contains('o.short_name', 'o.search', words),
    build('o.credit_code', '=', normalCreditCode(words)),
  ]);
}

/** What the register is searched by: one column over both names. */
export const searchGrams = (name: string, shortName: string | null): string[] => [
  ...new Set([...grams(name), ...(shortName ? grams(shortName) : [])]),
];

export async function findByCreditCode(context: Context, creditCode: string) {
  return await context.db
    .selectFrom('organisations')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('credit_code', '=', creditCode)
    .executeTakeFirst();
}

/** Organisations that rows of a sheet may mean: with their credit codes, or with their names. */
export async function findSameOrganisations(
  context: Context,
  lines: readonly { name: string; creditCode?: string | undefined }[],
): Promise<OrganisationRow[]> {
  const names = lines.map((line) => line.name);
  const codes = lines.flatMap((line) => line.creditCode ?? []);
  return await context.db
    .selectFrom('organisations')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where((build) =>
      build.or([
        // Naming every status lets the index on status and name be used.
        build.and([
          build('status', 'in', [...organisationStatuses]),
          sql<SqlBool>`name = any(${names}::text[])`,
        ]),
        sql<SqlBool>`credit_code = any(${codes}::text[])`,
      ]),
    )
    .execute();
}

export async function namesOf(context: Context, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await context.db
    .selectFrom('organisations')
    .select(['id', 'name'])
    .where('street_id', '=', context.streetId)
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Active organisations called so, by full or short name. */
export async function activeNamed(context: Context, names: readonly string[]) {
  return await context.db
    .selectFrom('organisations')
    .select(['id', 'name', 'short_name', 'kind'])
    .where('street_id', '=', context.streetId)
    .where('status', '=', 'active')
    .where(sql<SqlBool>`(name = any(${names}::text[]) or short_name = any(${names}::text[]))`)
    .orderBy('registered_at')
    .orderBy('id')
    .limit(500)
    .execute();
}

const parentStepsMax = 12;

/** The organisation and those above it, itself first. */
export async function ancestorIds(context: Context, organisationId: string): Promise<string[]> {
  const found: string[] = [];
  for (let next: string | null = organisationId; next && found.length < parentStepsMax; ) {
    if (found.includes(next)) break;
    found.push(next);
    next = (await findOrganisationRow(context, next))?.parent_id ?? null;
  }
  return found;
}

export async function insertOrganisation(
  context: Context,
  row: Omit<
    OrganisationRow,
    'street_id' | 'search' | 'registered_at' | 'updated_at' | 'updated_by' | 'version'
  >,
): Promise<void> {
  await context.db
    .insertInto('organisations')
    .values({
      ...row,
      street_id: context.streetId,
      search: searchGrams(row.name, row.short_name),
      registered_at: context.now,
      updated_at: context.now,
      updated_by: context.actor.displayName,
      version: 1,
    })
    .execute();
}

/** Writes the given columns when the record still has this version; false when somebody was faster. */
export async function updateOrganisation(
  context: Context,
  organisationId: string,
  version: number,
  columns: Partial<Omit<OrganisationRow, 'street_id' | 'id' | 'version'>>,
): Promise<boolean> {
  const renamed =
    columns.name !== undefined ? { search: searchGrams(columns.name, columns.short_name ?? null) } : {};
  const written = await context.db
    .updateTable('organisations')
    .set({
      ...columns,
      ...renamed,
      updated_at: context.now,
      updated_by: context.actor.displayName,
      version: version + 1,
    })
    .where('street_id', '=', context.streetId)
    .where('id', '=', organisationId)
    .where('version', '=', version)
    .executeTakeFirst();
  return written.numUpdatedRows === 1n;
}

/** Counts for the head of the register, within the readable part of one area. */
export async function countFigures(context: Context, areaPath: string | undefined) {
  const scoped = context.db
    .selectFrom('organisations as o')
    .where('o.street_id', '=', context.streetId)
    .where((build) => readable(context, build))
    .where((build) => matching(context, build, { status: 'active', areaPath }));
  const byKind = await scoped
    .select(['o.kind', (build) => build.fn.countAll<number>().as('count')])
    .groupBy('o.kind')
    .execute();
  const party = await scoped
    .where('o.kind', 'in', ['enterprise', 'merchant'])
    .select([
      sql<number>`count(*) filter (where o.party_member_count > 0)`.as('withMembers'),
      sql<number>`count(*) filter (where o.party_member_count > 0 and o.party_organisation is not null)`.as(
        'covered',
      ),
      sql<number>`count(*) filter (where o.party_member_count is null)`.as('notAsked'),
    ])
    .executeTakeFirstOrThrow();
  return { byKind, party };
}
