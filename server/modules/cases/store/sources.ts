// SQL of what came with a case from outside, whole and encrypted.
import { type SqlBool, sql } from 'kysely';
import type { Origin } from '#contract/cases/codes.ts';
import type { Context } from '#kernel/context.ts';

export type SourceRow = Awaited<ReturnType<typeof findSource>>;

export async function findSource(context: Context, caseId: string) {
  return await context.db
    .selectFrom('case_sources')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('case_id', '=', caseId)
    .executeTakeFirst();
}

/** External number → case, and the digest of what it said last; an order typed in by hand has none. */
export async function sourcesByNumber(
  context: Context,
  numbers: readonly string[],
): Promise<Map<string, { caseId: string; digest: string | null }>> {
  if (numbers.length === 0) return new Map();
  const rows = await context.db
    .selectFrom('cases as c')
    .leftJoin('case_sources as s', (join) =>
      join.on('s.street_id', '=', context.streetId).onRef('s.case_id', '=', 'c.id'),
    )
    .select(['c.external_number', 'c.id', 's.digest'])
    .where('c.street_id', '=', context.streetId)
    .where(sql<SqlBool>`c.external_number = any(${[...new Set(numbers)]}::text[])`)
    .execute();
  return new Map(rows.map((row) => [row.external_number ?? '', { caseId: row.id, digest: row.digest }]));
}

interface Written {
  origin: Origin;
  digest: string;
  source_cipher: string;
}

export async function saveSource(context: Context, caseId: string, source: Written): Promise<void> {
  await context.db
    .insertInto('case_sources')
    .values({
      ...source,
      street_id: context.streetId,
      case_id: caseId,
      received_at: context.now,
      changed_at: context.now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['street_id', 'case_id'])
        .doUpdateSet({ digest: source.digest, source_cipher: source.source_cipher, changed_at: context.now }),
    )
    .execute();
}
