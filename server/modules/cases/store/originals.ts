// SQL of what was pasted: the words of a chat, kept with the case to the last character.
import type { Context } from '#kernel/context.ts';

export async function insertOriginal(
  context: Context,
  row: { case_id: string; original: string; digest: string },
): Promise<void> {
  await context.db
    .insertInto('case_originals')
    .values({ ...row, street_id: context.streetId })
    .execute();
}

export async function originalOf(context: Context, caseId: string): Promise<string | null> {
  const row = await context.db
    .selectFrom('case_originals')
    .select('original')
    .where('street_id', '=', context.streetId)
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  return row?.original ?? null;
}

/** Digest → case, of those that were pasted before. */
export async function casesByDigest(
  context: Context,
  digests: readonly string[],
): Promise<Map<string, { caseId: string; number: string }>> {
  if (digests.length === 0) return new Map();
  const rows = await context.db
    .selectFrom('case_originals as o')
    .innerJoin('cases as c', (join) =>
      join.onRef('c.street_id', '=', 'o.street_id').onRef('c.id', '=', 'o.case_id'),
    )
    .select(['o.digest', 'c.id', 'c.number', 'c.area_path'])
    .where('o.street_id', '=', context.streetId)
    .where('c.street_id', '=', context.streetId)
    .where('o.digest', 'in', [...new Set(digests)])
    .execute();
  return new Map(rows.map((row) => [row.digest, { caseId: row.id, number: row.number }]));
}
