// ＋上报: what the grid or a volunteer found. It arrives once, however often the phone sends it.
import type { findCase as findEndpoint } from '#contract/cases/field/endpoints.ts';
import type { CaseMoved } from '#contract/cases/records.ts';
import type { InputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { may } from '../../policy.ts';
import { type CaseRow, findCaseRow, getCaseRow } from '../../store/cases.ts';
import { insertRequester } from '../../store/parts.ts';
import { create } from '../create.ts';
import { selfHandle, submitResult } from '../handle.ts';
import { phoneColumnsOfCaller } from '../resident/caller.ts';
import { attachFiles, makeMove } from '../step.ts';

type Find = InputOf<typeof findEndpoint>;

/** A grid worker has looked already: what has a category is registered at once, and settled where it may be. */
export async function findCase(context: Context, input: Find): Promise<CaseMoved> {
  if (await findCaseRow(context, input.caseId)) throw new Problem('case.known_already', 409);
  const row = await create(context, {
    ...input,
    areaId: input.areaId ?? context.acting?.areaId ?? null,
    kind: 'grid_case',
    channel: 'grid',
    title: null,
    requestType: 'help',
    externalNumber: null,
    dueAt: null,
  });
  if (!mayHandle(context, row)) await followOwnFind(context, row);
  await attachFiles(context, row, input.fileIds);
  const submitted = await makeMove(context, row, 'submit');
  if (input.settled !== null) return await settle(context, row, input.settled, submitted.version);
  return isKnownWell(context, row) ? await register(context, row) : submitted;
}

const mayHandle = (context: Context, row: CaseRow): boolean =>
  may(context.actor, 'case.handle', row.area_path);

/** A volunteer sees no case of the office, so the own find is told in the words for requesters. */
async function followOwnFind(context: Context, row: CaseRow): Promise<void> {
  await insertRequester(context, {
    id: context.newId(),
    case_id: row.id,
    account_id: context.actor.accountId,
    name: context.actor.displayName,
    ...(await phoneColumnsOfCaller(context)),
    on_behalf_of: null,
    hidden: false,
    added_at: context.now,
    way: 'own',
  });
}

const isKnownWell = (context: Context, row: CaseRow): boolean =>
  row.matter_code !== null && may(context.actor, 'case.intake', row.area_path);

async function register(context: Context, row: CaseRow): Promise<CaseMoved> {
  return await makeMove(context, await getCaseRow(context, row.id), 'register', {
    data: { matterCode: row.matter_code, areaId: row.area_id, urgency: row.urgency },
  });
}

/** @throws Problem 403 `case.find_only` for who may only tell; 409 where the matter or the photos do not allow it */
async function settle(context: Context, row: CaseRow, result: string, version: number): Promise<CaseMoved> {
  if (!mayHandle(context, row)) throw new Problem('case.find_only', 403);
  const registered = isKnownWell(context, row) ? (await register(context, row)).version : version;
  const begun = await selfHandle(context, { caseId: row.id, version: registered, note: '' });
  return await submitResult(context, {
    caseId: row.id,
    version: begun.version,
    result,
    waive: null,
    fileIds: [],
  });
}
