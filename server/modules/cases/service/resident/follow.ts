// A neighbour's open case is joined instead of reported again: one case, every requester told.
import type { followCase as endpoint } from '#contract/cases/resident/endpoints.ts';
import type { PlainCase } from '#contract/cases/resident/records.ts';
import type { InputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { isOpen } from '../../rules.ts';
import { type CaseRow, getCaseRow } from '../../store/cases.ts';
import { insertRequester } from '../../store/parts.ts';
import { requesterOf } from '../../store/requesters.ts';
import { attachFiles, hold, makeNote } from '../step.ts';
import { phoneColumnsOfCaller } from './caller.ts';
import { goesOnIn, presentPlain } from './present.ts';

/** Complaints about somebody and matters between two homes are nobody else's. */
const followable: readonly CaseRow['kind'][] = [
  'resident_report',
  'property_request',
  'hotline_order',
  'grid_case',
  'proactive_task',
];

export async function followCase(context: Context, input: InputOf<typeof endpoint>): Promise<PlainCase> {
  const named = await getCaseRow(context, input.caseId);
  const row = await goesOnIn(context, named);
  const isCommon = followable.includes(row.kind) && row.request_type !== 'report';
  hold(isCommon && isOpen(row.status) ? true : 'case.not_followable');
  const accountId = context.actor.accountId ?? '';
  const known = await requesterOf(context, row.id, accountId);
  const requesterId = known?.id ?? (await join(context, row));
  await attachFiles(context, row, input.fileIds);
  const said = input.text !== '' || input.fileIds.length > 0;
  if (!known || said)
    await makeNote(context, row, known ? 'supplement' : 'follow', {
      note: input.text,
      data: { requesterId, fileIds: input.fileIds },
      columns: known ? {} : { requester_count: row.requester_count + 1 },
    });
  return await presentPlain(
    context,
    await getCaseRow(context, row.id),
    await requesterOf(context, row.id, accountId),
  );
}

async function join(context: Context, row: CaseRow): Promise<string> {
  const id = context.newId();
  await insertRequester(context, {
    id,
    case_id: row.id,
    account_id: context.actor.accountId,
    name: context.actor.displayName,
    ...(await phoneColumnsOfCaller(context)),
    on_behalf_of: null,
    hidden: false,
    added_at: context.now,
    way: 'follow',
  });
  return id;
}
