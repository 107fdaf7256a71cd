// The ledger against the naive model: answers, replays, balances, invariants (points.md 2.4).
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyDatabase } from '../kit/emptyDatabase.ts';
import { history } from './histories.ts';
import { nextStreet, play } from './play.ts';

const { kernel } = await emptyDatabase();

test('five thousand commands answer as the model does', { timeout: 300_000 }, async () => {
  const tally = new Map<string, number>();
  let commands = 0;
  await fc.assert(
    fc.asyncProperty(history(200), async (drafts) => {
      const played = await play(kernel.db, nextStreet(), drafts);
      commands += played.commands.length;
      for (const [word, count] of played.tally) tally.set(word, (tally.get(word) ?? 0) + count);
    }),
    { numRuns: 26, seed: 20_261_121, endOnFailure: true },
  );
  expect(commands).toBeGreaterThanOrEqual(5000);
  // The histories reach what they are for; a generator that only met refusals would prove nothing.
  for (const word of ['grant done', 'capture done', 'reverse done', 'settle_close done', 'release done'])
    expect(tally.get(word) ?? 0, word).toBeGreaterThanOrEqual(10);
});
