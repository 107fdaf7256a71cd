// A test that cannot fail proves nothing: broken ledgers are found by the same crowd as in together.test.ts.
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { openDatabase } from '#kernel/database/database.ts';
import { emptyDatabase } from '../kit/emptyDatabase.ts';
import { crowdHistory, playCrowd, together } from './crowd.ts';
import { functionText, mutants, mutated } from './mutants.ts';
import { nextStreet } from './play.ts';

const { ownerUrl } = await emptyDatabase();
const { db, close } = openDatabase({ url: ownerUrl, connectionsMax: together });
const owner = new pg.Client({ connectionString: ownerUrl });
await owner.connect();
afterAll(async () => {
  await owner.end();
  await close();
});

const found = () =>
  fc.check(
    fc.asyncProperty(crowdHistory(30), async (drafts) => {
      await playCrowd(db, nextStreet(), drafts);
    }),
    { numRuns: 13, seed: 11, endOnFailure: true },
  );

test.each(mutants)('is found out: $name', { timeout: 120_000 }, async (mutant) => {
  const whole = await functionText(mutant.inFunction);
  await owner.query(mutated(whole, mutant));
  try {
    const { failed, errorInstance } = await found();
    expect(failed).toBe(true);
    // Caught for what it does: an answer or a figure is wrong, or a constraint stops it, or two lock each
    // other out. Not for being no SQL.
    const { name, code } = errorInstance as { name: string; code?: string };
    expect(code?.slice(0, 2) ?? name).toMatch(/^(AssertionError|23|40)$/);
  } finally {
    await owner.query(whole);
  }
});
