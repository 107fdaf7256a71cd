import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

const retriesMax = 4;
const retryable = new Set(['40001', '40P01']);

export function sqlState(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;
}

/** A prepared plan of before a table was altered, as by a newer release beside this one. */
export const isStalePlan = (error: unknown): boolean =>
  sqlState(error) === '0A000' && String((error as Error).message).includes('cached plan');

/** Name of the violated constraint, without the shard suffix a distributed store appends. */
export function violatedConstraint(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('constraint' in error)) return undefined;
  return String(error.constraint).replace(/_\d+$/, '');
}

/** One transaction, tried again on serialization failure, deadlock or a stale plan: nothing of it has happened yet. */
export async function inTransaction<T>(
  db: Kysely<Tables>,
  work: (transaction: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      const mayPass = retryable.has(sqlState(error) ?? '') || isStalePlan(error);
      if (attempt >= retriesMax || !mayPass) throw error;
    }
  }
}
