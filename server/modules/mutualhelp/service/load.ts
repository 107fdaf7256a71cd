// What the services of mutual help read first.
import { agreementEdition } from '#contract/mutualhelp/codes.ts';
import type { HelpAsk } from '#contract/mutualhelp/records.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { areaNames } from '#modules/territory/index.ts';
import { factsOf, type Neighbour, neighbourOf } from '../places.ts';
import { isNeighbour } from '../policy.ts';
import type { Verdict } from '../rules.ts';
import { type AskRow, findAsk, lockAsk } from '../store/asks.ts';
import { signedOf } from '../store/offers.ts';
import { type PledgeRow, pledgesOf, thankedCounts } from '../store/pledges.ts';
import { type Beside, viewAsk } from '../view.ts';

export interface Opened {
  me: Neighbour;
  ask: AskRow;
  pledges: PledgeRow[];
}

/** An ask of the own community, and who looks at it; `forWrite` keeps it from others meanwhile. */
export async function openAsk(context: Context, askId: string, forWrite = true): Promise<Opened> {
  const me = await neighbourOf(context);
  const ask = await (forWrite ? lockAsk : findAsk)(context, askId);
  if (!ask) throw new Problem('input.id_unknown', 404);
  if (!isNeighbour(me.communityId, ask.community_id)) throw new Problem('help.other_community', 403);
  const pledges = await pledgesOf(context, [ask.id]);
  // What the community took down is seen by those whom it concerns, and by nobody else.
  const concerns = ask.asker_id === me.personId || pledges.some(({ helper_id }) => helper_id === me.personId);
  if (ask.status === 'hidden' && !concerns) throw new Problem('help.not_open', 409);
  return { me, ask, pledges };
}

export function refuseUnless(verdict: Verdict): void {
  if (verdict !== true) throw new Problem(verdict, 409);
}

export async function besideOf(
  context: Context,
  rows: readonly AskRow[],
  viewerId: string | null,
): Promise<Beside> {
  const pledges = await pledgesOf(
    context,
    rows.map(({ id }) => id),
  );
  const helpers = pledges.map(({ helper_id }) => helper_id);
  const people = [...rows.map(({ asker_id }) => asker_id), ...helpers];
  const facts = await factsOf(context, people);
  const looking = viewerId ? [viewerId] : [];
  return {
    pledges: Map.groupBy(pledges, ({ ask_id }) => ask_id),
    names: new Map([...facts].map(([id, { name }]) => [id, name])),
    homes: new Map([...facts].map(([id, { areaPath }]) => [id, areaPath])),
    signed: await signedOf(context, [...new Set([...helpers, ...looking])], agreementEdition),
    thanked: await thankedCounts(context, [...new Set(helpers)]),
    areas: await areaNames(
      context,
      rows.map(({ area_id }) => area_id),
    ),
  };
}

export async function shownAsks(
  context: Context,
  rows: readonly AskRow[],
  me: Neighbour,
): Promise<HelpAsk[]> {
  const beside = await besideOf(context, rows, me.personId);
  const viewer = { personId: me.personId, age: me.age, home: me.home, now: context.now };
  return rows.map((row) => viewAsk(row, beside, viewer));
}

/** The ask as it stands after a change, for who changed it. */
export async function answerAsk(context: Context, askId: string, me: Neighbour): Promise<HelpAsk> {
  const row = await findAsk(context, askId);
  const [shown] = await shownAsks(context, row ? [row] : [], me);
  if (!shown) throw new Problem('input.id_unknown', 404);
  return shown;
}
