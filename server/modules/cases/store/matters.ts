import type { MatterRecord } from '#contract/cases/records.ts';
import type { Context } from '#kernel/context.ts';

export type MatterRow = Awaited<ReturnType<typeof listMatterRows>>[number];

export async function listMatterRows(context: Context) {
  return await context.db
    .selectFrom('matters')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .orderBy('position')
    .execute();
}

export async function findMatter(context: Context, code: string): Promise<MatterRow | undefined> {
  return await context.db
    .selectFrom('matters')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('code', '=', code)
    .executeTakeFirst();
}

export async function matterNames(
  context: Context,
  codes: readonly (string | null)[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(codes.filter((code) => code !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await context.db
    .selectFrom('matters')
    .select(['code', 'name'])
    .where('street_id', '=', context.streetId)
    .where('code', 'in', wanted)
    .execute();
  return new Map(rows.map((row) => [row.code, row.name]));
}

export async function insertMatters(context: Context, matters: readonly MatterRecord[]): Promise<void> {
  if (matters.length === 0) return;
  await context.db
    .insertInto('matters')
    .values(
      matters.map((matter, position) => ({
        street_id: context.streetId,
        code: matter.code,
        name: matter.name,
        parent_code: matter.parentCode,
        position,
        urgency: matter.urgency,
        tags: [...matter.tags],
        self_handle: matter.selfHandle,
        community_duty: matter.communityDuty,
      })),
    )
    .execute();
}
