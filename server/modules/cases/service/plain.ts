// Cases as their requesters see them.
import type {
  getMyCase as getEndpoint,
  listMyCases as listEndpoint,
  trackCase as trackEndpoint,
  withdrawMyCase as withdrawEndpoint,
} from '#contract/cases/endpoints.ts';
import type { PlainCase, PlainRow } from '#contract/cases/resident/records.ts';
import type { InputOf, OutputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { cutPage, exactTotal } from '#kernel/cursor.ts';
import { Problem } from '#kernel/problem.ts';
import { findByNumber } from '../store/cases.ts';
import { requestersOf } from '../store/parts.ts';
import { countOfAccount, listOfAccount } from '../store/requesters.ts';
import { followDanger } from './proactive.ts';
import { loadOwn, presentOwn } from './resident/own.ts';
import { presentPlain, presentRow } from './resident/present.ts';
import { checkVersion, makeMove } from './step.ts';
import { tailIndex } from './tail.ts';

export async function listMyCases(
  context: Context,
  input: InputOf<typeof listEndpoint>,
): Promise<OutputOf<typeof listEndpoint>> {
  const accountId = context.actor.accountId ?? '';
  const page = cutPage(await listOfAccount(context, accountId, input), input.limit, (row) => [
    row.reported_at,
    row.id,
  ]);
  const items: PlainRow[] = [];
  for (const row of page.rows) items.push(await presentRow(context, row));
  return { items, nextCursor: page.nextCursor, total: exactTotal(await countOfAccount(context, accountId)) };
}

export async function getMyCase(context: Context, input: InputOf<typeof getEndpoint>): Promise<PlainCase> {
  return await presentOwn(context, await loadOwn(context, input.caseId));
}

/** Only who began it takes it back; who follows does not end it for the others. */
export async function withdrawMyCase(
  context: Context,
  input: InputOf<typeof withdrawEndpoint>,
): Promise<PlainCase> {
  const own = await loadOwn(context, input.caseId);
  if (own.viewer.way !== 'own') throw new Problem('case.not_yours', 404);
  await checkVersion(context, own.row, input.version);
  await makeMove(context, own.row, 'withdraw', {
    note: input.reason,
    columns: { closed_at: context.now.toISOString() },
  });
  await followDanger(context, own.row);
  return await presentOwn(context, own);
}

/** One refusal for a wrong number and a wrong tail, so that neither can be tried out. */
export async function trackCase(
  context: Context,
  input: InputOf<typeof trackEndpoint>,
): Promise<OutputOf<typeof trackEndpoint>> {
  const row = await findByNumber(context, input.number);
  const tail = tailIndex(context, input.phoneTail);
  const requesters = row ? await requestersOf(context, row.id) : [];
  const viewer = requesters.find((one) => one.phone_tail_index === tail);
  if (!row || !viewer) throw new Problem('case.track_unknown', 404);
  const { caseId: _id, version: _version, can: _can, ...told } = await presentPlain(context, row, viewer);
  // Pictures are for those who signed in.
  const timeline = told.timeline.map((step) => ({ ...step, fileIds: [], voiceIds: [] }));
  return { ...told, timeline };
}
