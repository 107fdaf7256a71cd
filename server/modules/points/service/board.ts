// The board of families (R18): a query of the ledger, nicknames of those who want to be seen.
import type { InputOf, OutputOf } from '#contract/define.ts';
import type { readBoard as readEndpoint } from '#contract/points/endpoints.ts';
import type { Context } from '#kernel/context.ts';
import { familiesById, familyOf } from '#modules/families/index.ts';
import { boardSince } from '../rules.ts';
import { familiesByPoints } from '../store/statement.ts';

const shownMax = 50;

export async function readBoard(
  context: Context,
  { period }: InputOf<typeof readEndpoint>,
): Promise<OutputOf<typeof readEndpoint>> {
  const since = boardSince(period, context.now);
  const sums = await familiesByPoints(context, since);
  const families = await familiesById(
    context,
    sums.map(({ family_id }) => family_id),
  );
  const { personId } = context.actor;
  const mine = personId ? await familyOf(context, personId) : null;
  const seen = sums.flatMap(({ family_id, amount }) => {
    const family = families.get(family_id);
    return family?.onBoard && family.active ? [{ family, amount }] : [];
  });
  return {
    since,
    items: seen.slice(0, shownMax).map(({ family, amount }) => ({
      rank: 1 + seen.findIndex((other) => other.amount === amount),
      nickname: family.nickname,
      amount,
      isMine: family.familyId === mine?.familyId,
    })),
  };
}
