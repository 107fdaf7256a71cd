// A case in the words of its requester; one that was merged is told as the case in which it goes on.
import type { PlainCase, PlainRow } from '#contract/cases/resident/records.ts';
import type { Context } from '#kernel/context.ts';
import { dutyPhones, findOrganisationOf, organisationNames } from '#modules/organisations/index.ts';
import { areaChain } from '#modules/territory/index.ts';
import { tellSteps } from '../../plainTimeline.ts';
import { plainStatusOf, plainSteps } from '../../plainWords.ts';
import { isOpen, moved, type Verdict } from '../../rules.ts';
import { scrub } from '../../scrub.ts';
import { stateOf } from '../../state.ts';
import { type CaseRow, findCaseRow } from '../../store/cases.ts';
import {
  type AssignmentRow,
  assignmentsOf,
  filesOf,
  type RequesterRow,
  requestersOf,
  type StepRow,
  stepsOf,
} from '../../store/parts.ts';
import { picturesOf } from '../../store/publicPhotos.ts';
import { ratingsOf } from '../../store/ratings.ts';
import { earlierOf } from '../../store/requesters.ts';
import { toldFirstOf } from '../../store/review.ts';

/** States in which the answer has been approved or is final, so that the requester may read it. */
const answered: readonly CaseRow['status'][] = [
  'resolved',
  'confirming',
  'closed',
  'rejected',
  'transferred',
];

const mergesMax = 20;

/** The case in which this one goes on: itself, or the end of its merges. */
export async function goesOnIn(context: Context, row: CaseRow): Promise<CaseRow> {
  let on = row;
  for (let merges = 0; on.merged_into !== null && merges < mergesMax; merges++)
    on = (await findCaseRow(context, on.merged_into)) ?? on;
  return on;
}

/** One line of a list. */
export async function presentRow(
  context: Context,
  row: CaseRow & { way: RequesterRow['way'] },
): Promise<PlainRow> {
  return rowOf(row, await goesOnIn(context, row), row.way);
}

/** Who follows, or was merged in, did not write it: a neighbour's name or door in it stays the neighbour's. */
function answerFor(on: CaseRow, row: CaseRow, viewer: RequesterRow | undefined): string | null {
  const answer = on.answer ?? on.result;
  return answer !== null && (on !== row || viewer?.way !== 'own') ? scrub(answer) : answer;
}

const rowOf = (row: CaseRow, on: CaseRow, way: RequesterRow['way']): PlainRow => ({
  caseId: row.id,
  number: row.number,
  kind: row.kind,
  title: way === 'follow' ? scrub(row.title) : row.title,
  placeText: way === 'follow' ? scrub(row.place_text) : row.place_text,
  status: plainStatusOf[on.status],
  reportedAt: row.reported_at,
  dueAt: on.due_at,
  unit: on.lead_name,
  way,
  version: row.version,
});

/** @param viewer who of the requesters reads it */
export async function presentPlain(
  context: Context,
  row: CaseRow,
  viewer: RequesterRow | undefined,
): Promise<PlainCase> {
  const on = await goesOnIn(context, row);
  const steps = on === row ? await stepsOf(context, row.id) : await stepsOfBoth(context, row, on);
  const requesters = await requestersOf(context, on.id);
  const earlier = await earlierOf(context, row.id);
  const urgedAt = lastUrge(steps, viewer);
  return {
    ...rowOf(row, on, viewer?.way ?? 'own'),
    answer: answered.includes(on.status) ? answerFor(on, row, viewer) : await toldBefore(context, on),
    requesterCount: on.requester_count,
    steps: plainSteps(steps.filter(({ to_status }) => to_status !== 'merged')),
    timeline: tellSteps(steps, await tellerOf(context, on, requesters, viewer)),
    calls: await callsOf(context, on),
    urgedAt,
    urgeFrom: urgeFrom(context.now, urgedAt),
    mergedInto: on === row ? null : on.number,
    againOf: earlier ? { caseId: earlier.id, number: earlier.number } : null,
    photosPublic: await photosPublicOf(context, on, viewer),
    can: {
      withdraw: moved(stateOf(row), 'withdraw') && viewer?.way === 'own' ? true : 'case.illegal_move',
      urge: urgeVerdict(on, urgeFrom(context.now, urgedAt)),
      supplement: isOpen(on.status) ? true : 'case.not_open',
      rate: viewer ? await rateVerdict(context, on, requesters, viewer) : 'case.not_awaiting',
      again: isOpen(on.status) ? 'case.not_ended' : true,
    },
  };
}

/** Asked once it is answered, and only of who took photos. */
async function photosPublicOf(
  context: Context,
  on: CaseRow,
  viewer: RequesterRow | undefined,
): Promise<boolean | null> {
  const accountId = viewer?.account_id;
  if (!viewer || !accountId || !['resolved', 'confirming', 'closed'].includes(on.status)) return null;
  const pictures = await picturesOf(context, on.id);
  return pictures.some(({ uploadedBy }) => uploadedBy === accountId) ? viewer.photos_public : null;
}

/** What was told in an emergency before the signatures were complete (先办后签). */
async function toldBefore(context: Context, row: CaseRow): Promise<string | null> {
  if (row.status !== 'under_review' && row.status !== 'in_progress') return null;
  const [told] = await toldFirstOf(context, [row.id]);
  return told && told.completed_at === null ? told.answer : null;
}

/** The own way up to the merge, then the common one. */
async function stepsOfBoth(context: Context, row: CaseRow, on: CaseRow): Promise<StepRow[]> {
  const [own, common] = [await stepsOf(context, row.id), await stepsOf(context, on.id)];
  const merged = own.at(-1)?.at ?? row.reported_at;
  const since = common.filter(({ at }) => at >= merged);
  const before = common.filter(({ at, name }) => at < merged && name !== 'submit' && name !== 'open');
  return [...own, ...before.map((step) => ({ ...step, at: merged })), ...since];
}

async function tellerOf(
  context: Context,
  on: CaseRow,
  requesters: readonly RequesterRow[],
  viewer: RequesterRow | undefined,
) {
  const names = new Map(unitsOf(await assignmentsOf(context, on.id)));
  const voices = new Set(
    (await filesOf(context, on.id))
      .filter(({ mediaType }) => mediaType.startsWith('audio/'))
      .map(({ fileId }) => fileId),
  );
  const own = requesters.filter(
    (one) => one.id === viewer?.id || (viewer?.account_id && one.account_id === viewer.account_id),
  );
  const ownIds = new Set([viewer?.id, ...own.map(({ id }) => id)]);
  return {
    unitName: (unitId: string) => names.get(unitId) ?? null,
    isOwn: (requesterId: string) => ownIds.has(requesterId),
    isVoice: (fileId: string) => voices.has(fileId),
    isAnswered: answered.includes(on.status),
    lead: on.lead_name,
  };
}

const unitsOf = (units: readonly AssignmentRow[]): [string, string][] =>
  units.map((unit) => [unit.unit_id, unit.unit_name]);

/** One tap away: the duty desk of the unit that leads, and the office of the community. */
export async function callsOf(context: Context, row: CaseRow): Promise<PlainCase['calls']> {
  const chain = row.area_id ? await areaChain(context, row.area_id) : [];
  const community = chain.find(({ level }) => level === 'community');
  const office = community
    ? await findOrganisationOf(context, 'community_office', community.areaId)
    : undefined;
  const leadId = row.lead_kind === 'organisation' ? row.lead_id : null;
  const ids = [...new Set([leadId, office?.organisationId].flatMap((one) => one ?? []))];
  if (ids.length === 0) return [];
  const [names, phones] = [await organisationNames(context, ids), await dutyPhones(context, ids)];
  return ids.flatMap((one) => {
    const phone = phones.get(one);
    if (!phone) return [];
    const leads = one === leadId || (one === office?.organisationId && row.lead_id === community?.areaId);
    return [{ name: names.get(one) ?? '', phone, leads }];
  });
}

const urgeEveryMs = 24 * 3_600_000;

function lastUrge(steps: readonly StepRow[], viewer: RequesterRow | undefined): string | null {
  const own = steps.filter(
    ({ name, data, actor_id }) =>
      name === 'urge' &&
      (data.requesterId === viewer?.id || (actor_id !== null && actor_id === viewer?.account_id)),
  );
  return own.at(-1)?.at ?? null;
}

function urgeFrom(now: Date, urgedAt: string | null): string | null {
  if (urgedAt === null) return null;
  const from = Date.parse(urgedAt) + urgeEveryMs;
  return from > now.getTime() ? new Date(from).toISOString() : null;
}

export function urgeVerdict(on: CaseRow, from: string | null): Verdict {
  const status = plainStatusOf[on.status];
  const isWaiting = status === 'submitted' || status === 'received' || status === 'in_progress';
  if (!isWaiting || !isOpen(on.status)) return 'case.not_under_way';
  return from === null ? true : 'case.urged_today';
}

/** While it is asked, each requester speaks once. */
export async function rateVerdict(
  context: Context,
  on: CaseRow,
  requesters: readonly RequesterRow[],
  viewer: RequesterRow,
): Promise<Verdict> {
  if (plainStatusOf[on.status] !== 'awaiting_answer') return 'case.not_awaiting';
  const own = requesters.filter(
    (one) => one.id === viewer.id || (viewer.account_id !== null && one.account_id === viewer.account_id),
  );
  const said = (await ratingsOf(context, on)).filter(({ answered_at }) => answered_at !== null);
  const spoke = said.some(({ requester_id }) => own.some(({ id }) => id === requester_id));
  return spoke ? 'case.rated_before' : true;
}
