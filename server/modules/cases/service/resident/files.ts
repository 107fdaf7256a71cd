import type { Context } from '#kernel/context.ts';
import { getCaseRow } from '../../store/cases.ts';
import { requesterOf } from '../../store/requesters.ts';
import { presentPlain } from './present.ts';

/** A requester sees the pictures that stand in the own timeline, and no other of the case. */
export async function isShownToRequester(context: Context, caseId: string, fileId: string): Promise<boolean> {
  const { accountId } = context.actor;
  const viewer = accountId ? await requesterOf(context, caseId, accountId) : undefined;
  if (!viewer) return false;
  const { timeline } = await presentPlain(context, await getCaseRow(context, caseId), viewer);
  return timeline.some(({ fileIds, voiceIds }) => fileIds.includes(fileId) || voiceIds.includes(fileId));
}
