// Commands that have no account in common may come in any order (J6).
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LedgerCommand, runCommand } from '#modules/points/store/ledger.ts';
import { emptyDatabase } from '../kit/emptyDatabase.ts';
import { aim, atOnce, history } from './histories.ts';
import { judge } from './model.ts';
import { comparable, keyOf, nextStreet, play } from './play.ts';
import { copyOf, type Model, newestRule } from './state.ts';

const { kernel } = await emptyDatabase();
const drawn = 90;

/** What a command reads or writes and others might as well; the sinks of the street take whatever comes. */
function touched(model: Model, { id, kind, request }: LedgerCommand): unknown[] {
  const hold = model.holds.get(String(request.hold));
  const transfer = model.transfers.get(String(request.transfer));
  const settlement = model.settlements.get(String(request.settlement));
  const rule = model.rules.some((one) => one.id === request.rule)
    ? newestRule(model, request.rule)
    : undefined;
  const programme = model.programmes.get(String(request.programme ?? rule?.programme));
  const { account, payee, family, merchant, evidence, owner, name } = request;
  const named = [account, payee, family, merchant, evidence, owner, name, hold?.payer, hold?.payee];
  const found = [transfer?.debit, transfer?.credit, settlement?.merchant, programme?.budget, `${kind} ${id}`];
  return [...named, ...found].filter((one) => one !== undefined);
}

/** Commands that do something and touch nothing that another one does. */
function independent(model: Model, at: number, commands: readonly LedgerCommand[]): LedgerCommand[] {
  const seen = new Set<unknown>();
  return commands.filter((command) => {
    if (judge(copyOf(model), at, command).error) return false;
    const own = touched(model, command);
    if (own.some((one) => seen.has(one))) return false;
    for (const one of own) seen.add(one);
    return true;
  });
}

const balancesOf = async (street: number) => {
  const rows = await kernel.db
    .selectFrom('points_accounts')
    .select(['kind', 'owner_id', 'balance', 'held', 'status'])
    .where('street_id', '=', street)
    .execute();
  return rows.map((row) => JSON.stringify(row)).sort();
};

test('independent commands in another order leave the same balances', { timeout: 120_000 }, async () => {
  let permuted = 0;
  const indices = Array.from({ length: drawn }, (_, index) => index);
  await fc.assert(
    fc.asyncProperty(
      history(60),
      history(drawn, atOnce),
      fc.shuffledSubarray(indices, { minLength: drawn }),
      async (before, drafts, order) => {
        const [street, twin] = [nextStreet(), nextStreet()];
        const { model, at } = await play(kernel.db, street, before, 1000);
        await play(kernel.db, twin, before, 1000);
        const twinOf = <T>(value: T): T =>
          JSON.parse(
            JSON.stringify(value).replaceAll(keyOf(street, 0).slice(0, 8), keyOf(twin, 0).slice(0, 8)),
          );
        const commands = independent(
          model,
          at,
          drafts.map((draft, index) => aim(model, at, draft, keyOf(street, 30_000 + index))),
        );
        const answers = new Map<string, unknown>();
        for (const command of commands)
          answers.set(command.id, comparable(await runCommand(kernel.db, street, new Date(at), command)));
        for (const index of order) {
          const command = commands[index];
          if (!command) continue;
          const answer = await runCommand(kernel.db, twin, new Date(at), twinOf(command));
          expect(comparable(answer)).toEqual(twinOf(answers.get(command.id)));
        }
        expect(await balancesOf(twin)).toEqual((await balancesOf(street)).map(twinOf));
        permuted += [...answers.values()].filter((answer) => !(answer as { error?: string }).error).length;
      },
    ),
    { numRuns: 8, seed: 6, endOnFailure: true },
  );
  expect(permuted).toBeGreaterThanOrEqual(40);
});
