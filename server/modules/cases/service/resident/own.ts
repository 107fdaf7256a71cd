// What a requester does to the own case: hurry it, add to it, begin again.
import type * as endpoints from '#contract/cases/resident/endpoints.ts';
import type { PlainCase } from '#contract/cases/resident/records.ts';
import type { InputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { isOpen } from '../../rules.ts';
import { type CaseRow, findCaseRow, getCaseRow } from '../../store/cases.ts';
import type { RequesterRow } from '../../store/parts.ts';
import { requesterOf } from '../../store/requesters.ts';
import { attachFiles, hold, makeNote } from '../step.ts';
import { goesOnIn, presentPlain } from './present.ts';

export interface Own {
  row: CaseRow;
  viewer: RequesterRow;
}

/** @throws Problem 404 `case.not_yours`, also for a case that does not exist */
export async function loadOwn(context: Context, caseId: string): Promise<Own> {
  const row = await findCaseRow(context, caseId);
  const { accountId } = context.actor;
  const viewer = row && accountId ? await requesterOf(context, row.id, accountId) : undefined;
  if (!row || !viewer) throw new Problem('case.not_yours', 404);
  return { row, viewer };
}

export const presentOwn = async (context: Context, { row, viewer }: Own): Promise<PlainCase> =>
  presentPlain(context, await getCaseRow(context, row.id), viewer);

export async function urgeCase(
  context: Context,
  input: InputOf<typeof endpoints.urgeCase>,
): Promise<PlainCase> {
  const own = await loadOwn(context, input.caseId);
  const { can } = await presentPlain(context, own.row, own.viewer);
  hold(can.urge);
  await makeNote(context, await goesOnIn(context, own.row), 'urge', { data: { requesterId: own.viewer.id } });
  return await presentOwn(context, own);
}

export async function supplementCase(
  context: Context,
  input: InputOf<typeof endpoints.supplementCase>,
): Promise<PlainCase> {
  const own = await loadOwn(context, input.caseId);
  const on = await goesOnIn(context, own.row);
  hold(isOpen(on.status) ? true : 'case.not_open');
  if (input.text === '' && input.fileIds.length === 0) throw new Problem('case.nothing_added', 400);
  await attachFiles(context, on, input.fileIds);
  await makeNote(context, on, 'supplement', {
    note: input.text,
    data: { requesterId: own.viewer.id, fileIds: input.fileIds },
  });
  return await presentOwn(context, own);
}
