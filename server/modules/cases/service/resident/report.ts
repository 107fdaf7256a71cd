// What people outside the office report: a find, a wish to the property company, a demand of an enterprise.
import type { reportCase as reportEndpoint } from '#contract/cases/mine.ts';
import type { sayAgain as againEndpoint } from '#contract/cases/resident/endpoints.ts';
import type { PlainCase } from '#contract/cases/resident/records.ts';
import type { InputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { findHomeOfPerson } from '#modules/people/index.ts';
import { isOpen } from '../../rules.ts';
import { type CaseRow, getCaseRow } from '../../store/cases.ts';
import { insertRequester } from '../../store/parts.ts';
import { insertRepeat, requesterOf } from '../../store/requesters.ts';
import { create, saysWhere } from '../create.ts';
import { attachFiles, hold, makeMove } from '../step.ts';
import { phoneColumns, phoneColumnsOfCaller } from './caller.ts';
import { loadOwn } from './own.ts';
import { goesOnIn, presentPlain } from './present.ts';
import { routeToProperty } from './property.ts';

type Report = InputOf<typeof reportEndpoint>;

export async function reportCase(context: Context, input: Report): Promise<PlainCase> {
  if (input.kind === 'enterprise_demand' && !isEnterpriseContact(context))
    throw new Problem('case.enterprise_only', 403);
  const { actor } = context;
  const home = actor.personId ? await findHomeOfPerson(context, actor.personId) : null;
  const row = await create(context, {
    ...input,
    channel: input.kind === 'enterprise_demand' ? 'enterprise' : 'resident_app',
    title: null,
    urgency: null,
    externalNumber: null,
    dueAt: null,
    areaId: input.areaId ?? (saysWhere(input) ? null : (home?.areaId ?? null)),
  });
  await begin(context, row, input);
  if (input.kind === 'property_request') await routeToProperty(context, row.id);
  return await presentMine(context, row.id);
}

/** The first requester, what came along, and the number. */
async function begin(
  context: Context,
  row: CaseRow,
  input: Pick<Report, 'onBehalfOf' | 'behalfPhone' | 'hidden' | 'fileIds'>,
): Promise<void> {
  const requesterId = context.newId();
  const isCalled = input.onBehalfOf !== null && input.behalfPhone !== null;
  await insertRequester(context, {
    id: requesterId,
    case_id: row.id,
    account_id: context.actor.accountId,
    name: context.actor.displayName,
    ...(isCalled ? phoneColumns(context, input.behalfPhone) : await phoneColumnsOfCaller(context)),
    on_behalf_of: input.onBehalfOf,
    hidden: input.hidden,
    added_at: context.now,
    way: 'own',
  });
  await attachFiles(context, row, input.fileIds);
  await makeMove(context, row, 'submit', { data: { requesterId, fileIds: input.fileIds } });
}

const isEnterpriseContact = ({ actor }: Context): boolean =>
  actor.posts.some(({ role }) => role === 'enterprise_contact');

/** The matter is back: its words of today, the place and category of then. */
export async function sayAgain(context: Context, input: InputOf<typeof againEndpoint>): Promise<PlainCase> {
  const { row: earlier, viewer } = await loadOwn(context, input.caseId);
  const on = await goesOnIn(context, earlier);
  hold(isOpen(on.status) ? 'case.not_ended' : true);
  const row = await create(context, {
    kind: reportedKind(earlier.kind),
    channel: 'resident_app',
    title: null,
    text: input.text,
    fileIds: input.fileIds,
    matterCode: earlier.matter_code,
    areaId: earlier.area_id,
    placeText: earlier.place_text,
    longitude: earlier.longitude,
    latitude: earlier.latitude,
    requestType: earlier.request_type,
    urgency: null,
    externalNumber: null,
    dueAt: null,
  });
  await insertRepeat(context, row.id, earlier.id);
  const { hidden } = viewer;
  await begin(context, row, { onBehalfOf: null, behalfPhone: null, hidden, fileIds: input.fileIds });
  if (row.kind === 'property_request') await routeToProperty(context, row.id);
  return await presentMine(context, row.id);
}

const reportedKind = (kind: CaseRow['kind']): CaseRow['kind'] =>
  kind === 'property_request' || kind === 'enterprise_demand' ? kind : 'resident_report';

async function presentMine(context: Context, caseId: string): Promise<PlainCase> {
  const viewer = await requesterOf(context, caseId, context.actor.accountId ?? '');
  return await presentPlain(context, await getCaseRow(context, caseId), viewer);
}
