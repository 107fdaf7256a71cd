import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { sqlState } from '#kernel/database/transaction.ts';
import { Problem } from '#kernel/problem.ts';
import type { ImportDefinition, ImportOutcome, SaveOptions } from './definition.ts';
import type { CellFault } from './rows.ts';

export type SaveResult = { outcome: ImportOutcome } | { fault: CellFault };

/**
 * Saves rows in the transaction of the context. The whole batch is tried first, which costs one savepoint;
 * only where a row is refused are they taken back and saved one by one, so that the others still go through.
 * Throws what is no refusal of a row: a lost connection, a bug.
 */
export async function saveRows(
  context: Context,
  definition: ImportDefinition,
  rows: readonly unknown[],
  options: SaveOptions,
): Promise<SaveResult[]> {
  if (rows.length === 0) return [];
  const together = await attempt(context, 'import_batch', () =>
    saveTogether(context, definition, rows, options),
  );
  if ('value' in together) return together.value.map((outcome) => ({ outcome }));

  const results: SaveResult[] = [];
  for (const row of rows) {
    const one = await attempt(context, 'import_row', () => definition.save(context, row, options));
    results.push('value' in one ? { outcome: one.value } : one);
  }
  return results;
}

async function saveTogether(
  context: Context,
  definition: ImportDefinition,
  rows: readonly unknown[],
  options: SaveOptions,
): Promise<ImportOutcome[]> {
  if (definition.saveBatch) return await definition.saveBatch(context, rows, options);
  const outcomes: ImportOutcome[] = [];
  for (const row of rows) outcomes.push(await definition.save(context, row, options));
  return outcomes;
}

/** Runs work behind a savepoint, which is taken back when the work is refused. */
async function attempt<T>(
  { db }: Context,
  name: 'import_batch' | 'import_row',
  work: () => Promise<T>,
): Promise<{ value: T } | { fault: CellFault }> {
  await sql`savepoint ${sql.id(name)}`.execute(db);
  try {
    const value = await work();
    await sql`release savepoint ${sql.id(name)}`.execute(db);
    return { value };
  } catch (error) {
    const fault = asFault(error);
    if (!fault) throw error;
    await sql`rollback to savepoint ${sql.id(name)}`.execute(db);
    await sql`release savepoint ${sql.id(name)}`.execute(db);
    return { fault };
  }
}

function asFault(error: unknown): CellFault | null {
  if (error instanceof Problem && error.status < 500) {
    const { column, ...details } = error.details;
    return { column: typeof column === 'string' ? column : null, code: error.code, details };
  }
  // Class 22: a value the database cannot hold; class 23: a constraint. Both are about this row.
  return /^2[23]/.test(sqlState(error) ?? '') ? { column: null, code: 'row.conflict', details: {} } : null;
}

/** Runs work and takes back everything it wrote: rows, events and jobs are one transaction. */
export async function tryOut<T>({ db }: Context, work: () => Promise<T>): Promise<T> {
  await sql`savepoint import_preview`.execute(db);
  try {
    return await work();
  } finally {
    await sql`rollback to savepoint import_preview`.execute(db);
  }
}
