// SQL of what came with a case from outside, whole and encrypted.
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

/** External number → case and source, for the numbers of one batch. */
export async function sourcesByNumber(context: Context, numbers: readonly string[]) {
  if (numbers.length === 0) return new Map();
  const rows = await context.db
    .selectFrom('cases as c')
    .leftJoin('case_sources as s', (join) =>
      join.onRef('s.street_id', '=', 'c.street_id').onRef('s.case_id', '=', 'c.id'),
    )
    .select(['c.external_number', 'c.id', 's.digest', 's.source_cipher'])
    .where('c.street_id', '=', context.streetId)
    .where('c.external_number', 'in', [...new Set(numbers)])
    .execute();
  return new Map(rows.map((row) => [row.external_number ?? '', row]));
}

interface Written {
  origin: 'hotline' | 'open311';
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
