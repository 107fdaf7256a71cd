// Eight people at once: what they were answered is what some order of one after the other would have answered.
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { openDatabase } from '#kernel/database/database.ts';
import {
  type CommandKind,
  type LedgerAnswer,
  type LedgerCommand,
  runBatch,
  runCommand,
  violationsOf,
} from '#modules/points/store/ledger.ts';
import { emptyDatabase } from '../kit/emptyDatabase.ts';
import { aim, history } from './histories.ts';
import { judge } from './model.ts';
import { comparable, keyOf, nextStreet, play, startOfPlay } from './play.ts';
import type { Model } from './state.ts';

const { ownerUrl } = await emptyDatabase();
const { db, close } = openDatabase({ url: ownerUrl, connectionsMax: 8 });
afterAll(close);

const later = startOfPlay + 4 * 365 * 24 * 3_600_000;
const together = 8;

interface Answered {
  command: LedgerCommand;
  answer: string;
}

/** Sweeps pass over what somebody else holds at that moment; they come between the rounds, alone. */
const sweeps: Partial<Record<CommandKind, CommandKind>> = {
  lapse: 'reserve',
  release: 'grant',
  expire: 'capture',
};

/** A serial order with these answers, or null. */
function orderOf(model: Model, at: number, answered: readonly Answered[]): Model | null {
  if (answered.length === 0) return model;
  for (const [index, { command, answer }] of answered.entries()) {
    const next = structuredClone(model);
    if (text(judge(next, at, command)) !== answer) continue;
    const found = orderOf(next, at, answered.toSpliced(index, 1));
    if (found) return found;
  }
  return null;
}

const text = (answer: LedgerAnswer): string =>
  JSON.stringify(Object.entries(comparable(answer) as object).sort(([a], [b]) => (a < b ? -1 : 1)));

test('answers of concurrent commands are those of some serial order', { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(history(60), history(together * 6), async (before, crowd) => {
      const street = nextStreet();
      let { model } = await play(db, street, before, 1000);
      for (let round = 0; round * together < crowd.length; round++) {
        const at = later + round * 1000;
        const drafts = crowd.slice(round * together, (round + 1) * together);
        const commands = drafts.map((draft, index) =>
          aim(
            model,
            at,
            { ...draft, kind: sweeps[draft.kind] ?? draft.kind },
            keyOf(street, 10_000 + round * 100 + index),
          ),
        );
        const answers = await Promise.all(
          commands.map((command) => runCommand(db, street, new Date(at), command)),
        );
        const answered = commands.map((command, index) => ({ command, answer: text(answers[index] ?? {}) }));
        const order = orderOf(model, at, answered);
        expect(order, JSON.stringify(answered)).not.toBeNull();
        model = order ?? model;
      }
      expect(await violationsOf(db, street)).toEqual([]);
    }),
    { numRuns: 8, seed: 11, endOnFailure: true },
  );
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
