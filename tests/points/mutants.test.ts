// A test that cannot fail proves nothing: broken ledgers are found by the same histories.
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { emptyDatabase } from '../kit/emptyDatabase.ts';
import { history } from './histories.ts';
import { functionText, mutants, mutated } from './mutants.ts';
import { nextStreet, play } from './play.ts';

const { kernel, ownerUrl } = await emptyDatabase();
const owner = new pg.Client({ connectionString: ownerUrl });
await owner.connect();
afterAll(() => owner.end());

const seeds = { numRuns: 12, seed: 7, endOnFailure: true };

test.each(mutants)('is found out: $name', { timeout: 120_000 }, async (mutant) => {
  const whole = await functionText(mutant.inFunction);
  await owner.query(mutated(whole, mutant));
  try {
    const run = fc.check(
      fc.asyncProperty(history(160), async (drafts) => {
        await play(kernel.db, nextStreet(), drafts, 1000);
      }),
      seeds,
    );
    expect((await run).failed).toBe(true);
  } finally {
    await owner.query(whole);
  }
});
