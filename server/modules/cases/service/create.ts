// How a case begins; what residents report comes through service/resident/report.ts.

import type { Urgency } from '#contract/cases/codes.ts';
import type { openCase as openEndpoint } from '#contract/cases/endpoints.ts';
import type { KindRules } from '#contract/cases/kinds.ts';
import type { CaseMoved } from '#contract/cases/records.ts';
import { safetyAlarms } from '#contract/cases/safety/alarms.ts';
import { photoOnlyTitle } from '#contract/cases/words.ts';
import type { InputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { areaChain, getArea, type Place } from '#modules/territory/index.ts';
import { spokenInside, spokenLevels } from '../locate/place.ts';
import { may } from '../policy.ts';
import { entryState } from '../rules.ts';
import { insertCase, type NewCase, type NewRequester } from '../store/begin.ts';
import { type CaseRow, findByExternalNumber, getCaseRow } from '../store/cases.ts';
import { findMatter, type MatterRow } from '../store/matters.ts';
import { slaFor } from './limits.ts';
import { type Proposal, proposeMatter } from './matters.ts';
import { phoneColumns } from './resident/caller.ts';
import { routeToProperty } from './resident/property.ts';
import { attachFiles, makeMove, makeNote, movedOf } from './step.ts';
import { placeWithoutAsking } from './understand.ts';

type Open = InputOf<typeof openEndpoint>;

/** Words or a position: a case without either must name its area. */
export const saysWhere = (input: { placeText: string; longitude: number | null }) =>
  input.placeText !== '' || input.longitude !== null;

export async function openCase(context: Context, input: Open): Promise<CaseMoved> {
  if (input.kind === 'hotline_order') await requireOrder(context, input);
  const requester = input.requester && {
    id: context.newId(),
    account_id: null,
    name: input.requester.name,
    ...phoneColumns(context, input.requester.phone),
    on_behalf_of: null,
    hidden: input.requester.hidden,
    added_at: context.now,
  };
  const row = await create(context, input, requester);
  if (!may(context.actor, 'case.intake', row.area_path)) throw new Problem('case.area_outside', 403);
  await attachFiles(context, row, input.fileIds);
  const opened = await (row.status === 'draft'
    ? makeMove(context, row, 'submit')
    : makeNote(context, row, 'open'));
  if (row.kind !== 'property_request') return opened;
  await routeToProperty(context, row.id);
  return movedOf(await getCaseRow(context, row.id));
}

/** The order's own number and date are the authority; the same order is entered once. */
async function requireOrder(context: Context, input: Open): Promise<void> {
  if (!input.externalNumber || !input.dueAt) throw new Problem('case.due_missing', 400);
  const known = await findByExternalNumber(context, input.externalNumber);
  if (known) throw new Problem('case.number_known', 409, { caseId: known.id });
}

export type Facts = Omit<Open, 'requester'> & {
  caseId?: string;
  reportedAt?: string;
  /** The words were asked for a place already; where none is given there is none. */
  located?: true;
};

export async function create(
  context: Context,
  input: Facts,
  requester: NewRequester | null = null,
): Promise<CaseRow> {
  const text = input.text;
  if (text === '' && input.fileIds.length === 0) throw new Problem('case.empty', 400);
  if (!input.areaId && !saysWhere(input)) throw new Problem('case.place_missing', 400);
  const matter = input.matterCode ? await findMatter(context, input.matterCode) : undefined;
  if (input.matterCode && !matter) throw new Problem('case.matter_unknown', 400);
  const areaId = input.areaId ?? (input.located ? null : await placeWithoutAsking(context, input));
  const area = areaId ? await getArea(context, areaId) : null;
  const row = beginning(context, input, {
    matter,
    area,
    placeText: input.placeText || (area ? await spokenPlace(context, area) : ''),
    proposal: await proposeMatter(context, text),
    rules: (await slaFor(context, null)).kinds[input.kind],
  });
  return await insertCase(context, row, requester);
}

/** The columns of a case that begins: what was said, and what is known of it by now. */
export function beginning(
  context: Context,
  input: Facts,
  known: {
    matter: MatterRow | undefined;
    area: Pick<Place, 'areaId' | 'path'> | null;
    placeText: string;
    proposal: Proposal;
    /** What the street says of this kind, where it differs. */
    rules: KindRules | undefined;
  },
): NewCase {
  const { text } = input;
  const { matter, area, rules } = known;
  const alarms = alarmsOf(input);
  return {
    ...blank,
    ...columnsOf(entryState(input.kind, rules)),
    kind_rules: rules ?? null,
    id: input.caseId ?? context.newId(),
    external_number: input.externalNumber,
    channel: input.channel,
    request_type: input.requestType,
    urgency: urgencyFor(input.urgency, alarms, matter),
    title: input.title ?? (text === '' ? photoOnlyTitle : [...text].slice(0, titleMax).join('')),
    text,
    matter_code: matter?.code ?? null,
    area_id: area?.areaId ?? null,
    area_path: area?.path ?? `/${context.streetId}/`,
    place_text: known.placeText,
    longitude: input.longitude,
    latitude: input.latitude,
    reported_by: context.actor.accountId,
    reported_at: input.reportedAt ?? context.now.toISOString(),
    due_at: input.dueAt,
    requester_count: 1,
    alarms,
    ...known.proposal,
  };
}

/** The name of an entrance says nothing without its house and estate. */
async function spokenPlace(context: Context, area: Place): Promise<string> {
  if (!spokenLevels.includes(area.level)) return area.name;
  const chain = await areaChain(context, area.areaId);
  return chain.reduce(spokenInside, '');
}

const titleMax = 40;

/** Dangers named anywhere in what came in. */
export const alarmsOf = (said: { title: string | null; text: string; placeText: string }) =>
  safetyAlarms(`${said.title ?? ''}\n${said.text}\n${said.placeText}`).map(({ alarm }) => alarm);

/** Danger goes before everything that was written or is usual. */
export const urgencyFor = (
  given: Urgency | null,
  alarms: readonly string[],
  matter: { urgency: Urgency } | undefined,
): Urgency => (alarms.length > 0 ? 'critical' : (given ?? matter?.urgency ?? 'ordinary'));

const columnsOf = (state: ReturnType<typeof entryState>) => ({
  kind: state.kind,
  status: state.status,
  round: state.round,
  tier: state.tier,
  signed: state.signed,
  returns: state.returns,
  designated_final: state.designatedFinal,
});

const blank = {
  finished_at: null,
  closed_at: null,
  suspended_at: null,
  suspended_until: null,
  extension_until: null,
  lead_kind: null,
  lead_id: null,
  lead_name: null,
  handler_id: null,
  result: null,
  answer: null,
  solved: null,
  satisfaction: null,
  closure_type: null,
  merged_into: null,
  parent_id: null,
  supervised: false,
  tags: null,
  exclusion: null,
} as const;
