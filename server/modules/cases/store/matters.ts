import type { MatterRecord } from '#contract/cases/records.ts';
import type { Context } from '#kernel/context.ts';
import { kept } from '#kernel/kept.ts';

export type MatterRow = Awaited<ReturnType<typeof listMatterRows>>[number];

const keptMatters = kept(readMatters);

/** In the order of the tree. */
export const listMatterRows = (context: Context) => keptMatters.get(context);

async function readMatters(context: Context) {
  return await context.db
    .selectFrom('matters')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .orderBy('position')
    .execute();
}

export async function findMatter(context: Context, code: string): Promise<MatterRow | undefined> {
  return (await listMatterRows(context)).find((row) => row.code === code);
}

export async function matterNames(
  context: Context,
  codes: readonly (string | null)[],
): Promise<Map<string, string>> {
  const rows = await listMatterRows(context);
  return new Map(rows.filter(({ code }) => codes.includes(code)).map(({ code, name }) => [code, name]));
}

/** `phrases`: how people say it, by code; a street learns from them before it has cases. */
export async function insertMatters(
  context: Context,
  matters: readonly MatterRecord[],
  phrases: ReadonlyMap<string, readonly string[]> = new Map(),
): Promise<void> {
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
        examples: [...(phrases.get(matter.code) ?? [])],
      })),
    )
    .execute();
  keptMatters.forget(context);
}
