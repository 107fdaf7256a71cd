// Eight people at once: what they were answered is what some order of one after the other would have answered.
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { openDatabase } from '#kernel/database/database.ts';
import { type LedgerAnswer, runBatch, violationsOf } from '#modules/points/store/ledger.ts';
import { emptyDatabase } from '../kit/emptyDatabase.ts';
import { crowdHistory, playCrowd, together } from './crowd.ts';
import { aim, history } from './histories.ts';
import { judge } from './model.ts';
import { keyOf, nextStreet, play, startOfPlay, type Tally } from './play.ts';

const { ownerUrl } = await emptyDatabase();
const { db, close } = openDatabase({ url: ownerUrl, connectionsMax: together });
afterAll(close);

const later = startOfPlay + 4 * 365 * 24 * 3_600_000;

const reached: readonly (readonly [string, number])[] = [
  ['grant done', 250],
  ['grant cap_reached', 60],
  ['grant under notice', 60],
  ['grant budget_exhausted', 40],
  ['reserve done', 200],
  ['capture done', 120],
  ['capture hold_already_captured', 60],
  ['void done', 80],
  ['reverse done', 60],
  ['reverse period_closed', 20],
  ['settle_open done', 60],
  ['settle_sign done', 40],
  ['settle_close done', 30],
  ['settled while captures moved', 10],
];

test('five thousand commands of eight at once are those of some serial order', {
  timeout: 300_000,
}, async () => {
  const tally: Tally = new Map();
  let crowded = 0;
  await fc.assert(
    fc.asyncProperty(crowdHistory(50), async (drafts) => {
      const played = await playCrowd(db, nextStreet(), drafts);
      crowded += played.crowded;
      for (const [word, times] of played.tally) tally.set(word, (tally.get(word) ?? 0) + times);
    }),
    { numRuns: 13, seed: 11, endOnFailure: true },
  );
  expect(crowded).toBeGreaterThanOrEqual(5000);
  // The moments reach what they are for; a crowd that only met refusals would prove nothing.
  for (const [word, least] of reached) expect(tally.get(word) ?? 0, word).toBeGreaterThanOrEqual(least);
});

test('a batch answers as its commands one after the other', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(history(60), history(40), async (before, grants) => {
      const street = nextStreet();
      const { model } = await play(db, street, before, 1000);
      const [rule] = model.rules;
      const commands = grants.map((draft, index) => {
        const { id, request } = aim(model, later, { ...draft, kind: 'grant' }, keyOf(street, 20_000 + index));
        return { id, kind: 'grant' as const, request: { ...request, rule: rule?.id } };
      });
      const answers = await runBatch(db, street, new Date(later), '沈站长', commands);
      const expected = commands.map((command) => judge(model, later, { ...command, actor: '沈站长' }));
      expect(answers.map(plain)).toEqual(expected.map(plain));
      expect((await runBatch(db, street, new Date(later), '沈站长', commands)).map(plain)).toEqual(
        expected.map(plain),
      );
      expect(await violationsOf(db, street)).toEqual([]);
    }),
    { numRuns: 12, seed: 5, endOnFailure: true },
  );
});

/** A batch tells amounts; balances are asked for apart. */
const plain = ({ error, transferId, holdId, amount }: LedgerAnswer) => ({
  error,
  transferId,
  holdId,
  amount,
});
