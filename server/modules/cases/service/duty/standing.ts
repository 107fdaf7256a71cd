// Article 17 before anything is sent: how the community stands to each of the cases picked at the desk.
import type { readStanding as endpoint } from '#contract/cases/duty/endpoints.ts';
import type { InputOf, OutputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { loadReadable } from '../load.ts';
import { communityDutyOf } from './community.ts';

export async function readStanding(
  context: Context,
  input: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> {
  const known = new Map<string | null, Awaited<ReturnType<typeof communityDutyOf>>>();
  const items = [];
  for (const caseId of new Set(input.ids)) {
    const { row } = await loadReadable(context, caseId);
    const standing = known.get(row.matter_code) ?? (await communityDutyOf(context, row.matter_code));
    known.set(row.matter_code, standing);
    const { duty, item } = standing;
    items.push({
      caseId: row.id,
      communityDuty: duty ?? ('none' as const),
      dutyItem: item && { code: item.code, text: item.text },
    });
  }
  return { items };
}
