import type pg from 'pg';
import { streetId } from './crowd.ts';

/** @throws with the first broken invariants of the ledger (points.md 2.4) */
export async function expectSound(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ rule: string; subject: string }>(
    'select rule, subject from points_violations where street_id = $1 limit 5',
    [streetId],
  );
  if (rows.length > 0)
    throw new Error(
      `The ledger is broken: ${rows.map(({ rule, subject }) => `${rule} ${subject}`).join(', ')}`,
    );
}
