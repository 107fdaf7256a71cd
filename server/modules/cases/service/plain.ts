// Cases as their requesters see them.
import type {
  getMyCase as getEndpoint,
  listMyCases as listEndpoint,
  trackCase as trackEndpoint,
  withdrawMyCase as withdrawEndpoint,
} from '#contract/cases/endpoints.ts';
import type { PlainCase } from '#contract/cases/records.ts';
import type { InputOf, OutputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { cutPage, exactTotal } from '#kernel/cursor.ts';
import { Problem } from '#kernel/problem.ts';
import { plainStatusOf, plainSteps } from '../plainWords.ts';
import { moved } from '../rules.ts';
import { type CaseRow, findByNumber, findCaseRow, getCaseRow } from '../store/cases.ts';
import { countReportedBy, listReportedBy } from '../store/list.ts';
import { requestersOf, stepsOf } from '../store/parts.ts';
import { checkVersion, makeMove, stateOf } from './step.ts';
import { tailIndex } from './tail.ts';

/** States in which the answer has been approved or is final, so that the requester may read it. */
const answered: readonly CaseRow['status'][] = [
  'resolved',
  'confirming',
  'closed',
  'rejected',
  'transferred',
];

export async function presentPlain(context: Context, row: CaseRow): Promise<PlainCase> {
  return {
    caseId: row.id,
    number: row.number,
    title: row.title,
    placeText: row.place_text,
    status: plainStatusOf[row.status],
    reportedAt: row.reported_at,
    dueAt: row.due_at,
    unit: row.lead_name,
    answer: answered.includes(row.status) ? (row.answer ?? row.result) : null,
    steps: plainSteps(await stepsOf(context, row.id)),
    version: row.version,
    can: { withdraw: moved(stateOf(row), 'withdraw') ? true : 'case.illegal_move' },
  };
}

export async function listMyCases(
  context: Context,
  input: InputOf<typeof listEndpoint>,
): Promise<OutputOf<typeof listEndpoint>> {
  const accountId = context.actor.accountId ?? '';
  const page = cutPage(await listReportedBy(context, accountId, input), input.limit, (row) => [
    row.reported_at,
    row.id,
  ]);
  const items: PlainCase[] = [];
  for (const row of page.rows) items.push(await presentPlain(context, row));
  return { items, nextCursor: page.nextCursor, total: exactTotal(await countReportedBy(context, accountId)) };
}

export async function getMyCase(context: Context, input: InputOf<typeof getEndpoint>): Promise<PlainCase> {
  return await presentPlain(context, await loadOwn(context, input.caseId));
}

export async function withdrawMyCase(
  context: Context,
  input: InputOf<typeof withdrawEndpoint>,
): Promise<PlainCase> {
  const row = await loadOwn(context, input.caseId);
  await checkVersion(context, row, input.version);
  await makeMove(context, row, 'withdraw', {
    note: input.reason,
    columns: { closed_at: context.now.toISOString() },
  });
  return await presentPlain(context, await getCaseRow(context, row.id));
}

async function loadOwn(context: Context, caseId: string): Promise<CaseRow> {
  const row = await findCaseRow(context, caseId);
  if (!row || row.reported_by === null || row.reported_by !== context.actor.accountId)
    throw new Problem('case.not_yours', 404);
  return row;
}

/** One refusal for a wrong number and a wrong tail, so that neither can be tried out. */
export async function trackCase(
  context: Context,
  input: InputOf<typeof trackEndpoint>,
): Promise<OutputOf<typeof trackEndpoint>> {
  const row = await findByNumber(context, input.number);
  const requesters = row ? await requestersOf(context, row.id) : [];
  const tail = tailIndex(context, input.phoneTail);
  if (!row || !requesters.some((one) => one.phone_tail_index === tail))
    throw new Problem('case.track_unknown', 404);
  const { caseId: _id, version: _version, can: _can, ...told } = await presentPlain(context, row);
  return told;
}
