// Who goes first where an activity prefers those without a place yet: in a draw, and in the line for what comes free.
import type { Context } from '#kernel/context.ts';
import { recentDays } from '../rules.ts';
import type { ActivityRow } from '../store/activities.ts';
import { hadPlace, type SignUpRow } from '../store/signUps.ts';

const dayMs = 86_400_000;

export type Preferring = Pick<ActivityRow, 'priority' | 'programme_id' | 'category'>;

/** Numbers of those who go first: nobody of the party had a place in this programme. */
export async function firstNumbers(
  context: Context,
  activity: Preferring,
  parties: readonly SignUpRow[][],
): Promise<Set<number>> {
  if (activity.priority === 'none') return new Set();
  const since =
    activity.priority === 'days_90'
      ? new Date(context.now.getTime() - recentDays * dayMs).toISOString()
      : null;
  const like = { programmeId: activity.programme_id, category: activity.category };
  const people = parties.flat().filter((one) => !one.accompanies);
  const had = await hadPlace(
    context,
    like,
    people.map((one) => one.person_id),
    since,
  );
  return new Set(
    parties
      .filter((party) => party.every((one) => one.accompanies || !had.has(one.person_id)))
      .flatMap((party) => party[0]?.number ?? []),
  );
}
