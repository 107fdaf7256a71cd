// How the community stands to a matter (art. 17): the duty list says, the tree of matters where the list is silent.
import type { CommunityDuty } from '#contract/cases/codes.ts';
import type { Context } from '#kernel/context.ts';
import { type DutyRow, dutiesOfMatter } from '../../store/duty.ts';
import { findMatter } from '../../store/matters.ts';

export interface StandingDuty {
  duty: CommunityDuty | null;
  /** The item that says so; null where the tree of matters does. */
  item: DutyRow | null;
}

/** Null where there is no such matter. */
export async function communityDutyOf(context: Context, matterCode: string | null): Promise<StandingDuty> {
  if (matterCode === null) return { duty: null, item: null };
  const items = await dutiesOfMatter(context, matterCode);
  for (const duty of ['lead', 'assist'] as const) {
    const item = items.find((one) => one.community_duty === duty);
    if (item) return { duty, item };
  }
  const [item] = items;
  if (item) return { duty: 'none', item };
  return { duty: (await findMatter(context, matterCode))?.community_duty ?? null, item: null };
}
