// 剔除: excluded is not deleted; the case stays, is handled on, and figures keep both.
import type * as endpoints from '#contract/cases/joint/endpoints.ts';
import type { InputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { decideExclusionRow, exclusionsOf, insertExclusion } from '../../store/joint.ts';
import { loadAsUnit, loadFor } from '../load.ts';
import { attachFiles, hold, makeNote } from '../step.ts';

export async function applyExclusion(context: Context, input: InputOf<typeof endpoints.applyExclusion>) {
  const { row } = await loadAsUnit(context, 'lead', input);
  hold(row.kind === 'whistle' ? 'case.whistle_steps' : true);
  hold(row.exclusion === 'pending' ? 'case.exclusion_pending' : true);
  hold(row.exclusion === 'granted' ? 'case.excluded' : true);
  await attachFiles(context, row, input.fileIds);
  await insertExclusion(context, {
    id: context.newId(),
    case_id: row.id,
    reason: input.exclusionReason,
    note: input.note,
    file_ids: input.fileIds,
    applied_by: context.actor.accountId ?? '',
    applied_by_name: context.actor.displayName,
    applied_at: context.now,
    decision: 'pending',
  });
  return await makeNote(context, row, 'apply_exclusion', {
    note: input.note,
    data: { exclusionReason: input.exclusionReason },
    columns: { exclusion: 'pending' },
  });
}

/** Whoever applied decides nothing, whatever else the person may do. */
export async function decideExclusion(context: Context, input: InputOf<typeof endpoints.decideExclusion>) {
  const { row } = await loadFor(context, 'case.decide_exclusion', input);
  const pending = (await exclusionsOf(context, row.id)).find(({ decision }) => decision === 'pending');
  if (!pending) throw new Problem('case.no_exclusion', 409);
  hold(pending.applied_by === context.actor.accountId ? 'case.own_application' : true);
  const decision = input.grant ? 'granted' : 'denied';
  await decideExclusionRow(context, pending.id, {
    decision,
    decided_by_name: context.actor.displayName,
    decided_at: context.now,
    decision_note: input.note || null,
  });
  return await makeNote(context, row, 'decide_exclusion', {
    note: input.note,
    data: { grant: input.grant },
    columns: { exclusion: decision },
  });
}
