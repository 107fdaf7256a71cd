// What a session would earn, told before one signs up: a reading of the tariff, no promise of the ledger.
import type { InputOf, OutputOf } from '#contract/define.ts';
import type { readExpected as readEndpoint } from '#contract/points/expected.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { getSession } from '#modules/activities/index.ts';
import { worth } from '../rules.ts';
import { ruleFor } from '../store/tariffs.ts';

/** By the scan of one's own; who only takes part earns none. @throws Problem 404 also for a draft */
export async function readExpected(
  context: Context,
  { sessionId }: InputOf<typeof readEndpoint>,
): Promise<OutputOf<typeof readEndpoint>> {
  const session = await getSession(context, sessionId);
  if (!session) throw new Problem('input.id_unknown', 404);
  const minutes = session.minutesMax;
  const rule =
    session.isFor === 'volunteers' ? await ruleFor(context, 'hours_self', session.programmeId) : undefined;
  const points = rule ? worth(rule, minutes) : 0;
  return { minutes, points: points > 0 ? points : null };
}
