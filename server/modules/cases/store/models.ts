// SQL of the classifiers of a street and of the cases they learn from.
import { type Insertable, sql } from 'kysely';
import { terminals } from '#contract/cases/machine.ts';
import type { Context } from '#kernel/context.ts';
import type { Tables } from '#kernel/database/tables.ts';

export type ModelFacts = NonNullable<Awaited<ReturnType<typeof findModel>>>;

/** The newest, without its bytes. */
export async function findModel(context: Context) {
  return await context.db
    .selectFrom('case_models')
    .select([
      'version',
      'trained_at',
      'lessons',
      'own_lessons',
      'labels',
      'accuracy',
      'macro_f1',
      'sure_from',
      'sure_share',
    ])
    .where('street_id', '=', context.streetId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function readModelBytes(context: Context, version: number): Promise<Uint8Array | null> {
  const row = await context.db
    .selectFrom('case_models')
    .select('bytes')
    .where('street_id', '=', context.streetId)
    .where('version', '=', version)
    .executeTakeFirst();
  // A buffer of the driver is a window into a shared one; the arrays of a model need bytes of their own.
  return row ? new Uint8Array(row.bytes) : null;
}

/** Older ones stay long enough to look back at, then go: they hold what the cases held. */
const versionsKept = 3;

export async function insertModel(
  context: Context,
  row: Omit<Insertable<Tables['case_models']>, 'street_id'>,
): Promise<void> {
  await context.db
    .insertInto('case_models')
    .values({ ...row, street_id: context.streetId })
    .execute();
  await context.db
    .deleteFrom('case_models')
    .where('street_id', '=', context.streetId)
    .where('version', '<=', row.version - versionsKept)
    .execute();
}

/**
 * Cases that people have put in their place, newest first: finished ones, and open ones whose matter somebody
 * corrected. `root` groups what was merged, so that one matter is never learned and judged at once.
 */
export async function taughtCases(context: Context, limit: number) {
  const columns = ['c.id', 'c.text', 'c.matter_code', 'c.merged_into'] as const;
  const finished = await context.db
    .selectFrom('cases as c')
    .select(columns)
    .where('c.street_id', '=', context.streetId)
    .where('c.matter_code', 'is not', null)
    .where('c.closed_at', 'is not', null)
    .where('c.status', 'in', ['closed', 'merged', 'transferred'])
    .orderBy('c.closed_at', 'desc')
    .limit(limit)
    .execute();
  const corrected = await context.db
    .selectFrom('cases as c')
    .select(columns)
    .where('c.street_id', '=', context.streetId)
    .where('c.matter_code', 'is not', null)
    .where('c.suggested_matter', 'is not', null)
    .whereRef('c.suggested_matter', '<>', 'c.matter_code')
    .where(
      sql<boolean>`c.status not in (${sql.join(['draft', 'submitted', 'verifying', ...terminals].map((status) => sql.lit(status)))})`,
    )
    .orderBy('c.due_order')
    .limit(limit)
    .execute();
  return [...corrected, ...finished].slice(0, limit).map((row) => ({
    text: row.text,
    matterCode: row.matter_code as string,
    root: row.merged_into ?? row.id,
  }));
}

export async function examplesOf(context: Context): Promise<{ code: string; examples: string[] }[]> {
  return await context.db
    .selectFrom('matters')
    .select(['code', 'examples'])
    .where('street_id', '=', context.streetId)
    .where(sql<boolean>`cardinality(examples) > 0`)
    .orderBy('position')
    .execute();
}
