import type {
  countListed as countEndpoint,
  countCases as figuresEndpoint,
  getCase as getEndpoint,
  listCases as listEndpoint,
  listMatters as mattersEndpoint,
  revealRequester as revealEndpoint,
} from '#contract/cases/endpoints.ts';
import { requesterRevealed } from '#contract/cases/events.ts';
import type { CaseRecord } from '#contract/cases/records.ts';
import type { InputOf, OutputOf } from '#contract/define.ts';
import { addDays, dayOf, instantOn } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { cutPage, exactTotal } from '#kernel/cursor.ts';
import { Problem } from '#kernel/problem.ts';
import { areaNames } from '#modules/territory/index.ts';
import { may } from '../policy.ts';
import { type CaseRow, findCaseRow } from '../store/cases.ts';
import { countFigures, countListed, listCaseLines, placeInList } from '../store/list.ts';
import { listMatterRows, matterNames } from '../store/matters.ts';
import { originalOf } from '../store/originals.ts';
import { contactsOf, filesOf, requestersOf, signaturesOf, stepsOf } from '../store/parts.ts';
import { clocksOf } from '../store/timers.ts';
import { viewCase, viewListed } from '../view.ts';
import { loadReadable } from './load.ts';
import { reachFor } from './reach.ts';

export async function listMatters(context: Context): Promise<OutputOf<typeof mattersEndpoint>> {
  const rows = await listMatterRows(context);
  return {
    items: rows.map((row) => ({
      code: row.code,
      name: row.name,
      parentCode: row.parent_code,
      urgency: row.urgency,
      tags: row.tags,
      selfHandle: row.self_handle,
      communityDuty: row.community_duty,
    })),
  };
}

export async function listCases(
  context: Context,
  input: InputOf<typeof listEndpoint>,
): Promise<OutputOf<typeof listEndpoint>> {
  const { reach, areaPath } = await reachFor(context, input);
  const filter = { ...input, areaPath };
  const page = cutPage(await listCaseLines(context, reach, filter), input.limit, (row) =>
    placeInList(filter, row),
  );
  const names = await namesOf(context, page.rows);
  const isWhole = input.cursor === undefined && page.nextCursor === null;
  return {
    items: page.rows.map((row) => viewListed(context, row, names)),
    nextCursor: page.nextCursor,
    ...(isWhole ? { total: page.rows.length } : {}),
  };
}

export async function countCases(
  context: Context,
  input: InputOf<typeof countEndpoint>,
): Promise<OutputOf<typeof countEndpoint>> {
  const { reach, areaPath } = await reachFor(context, input);
  return { total: exactTotal(await countListed(context, reach, { ...input, areaPath })) };
}

export async function readFigures(
  context: Context,
  input: InputOf<typeof figuresEndpoint>,
): Promise<OutputOf<typeof figuresEndpoint>> {
  const { reach, areaPath } = await reachFor(context, input);
  return await countFigures(context, reach, areaPath, instantOn(addDays(dayOf(context.now), 1)));
}

export async function namesOf(context: Context, rows: readonly Pick<CaseRow, 'area_id' | 'matter_code'>[]) {
  return {
    areas: await areaNames(
      context,
      rows.flatMap((row) => row.area_id ?? []),
    ),
    matters: await matterNames(
      context,
      rows.map((row) => row.matter_code),
    ),
  };
}

export async function getCase(context: Context, input: InputOf<typeof getEndpoint>): Promise<CaseRecord> {
  const { row, units } = await loadReadable(context, input.caseId);
  return viewCase(context, {
    row,
    units,
    names: await namesOf(context, [row]),
    steps: await stepsOf(context, row.id),
    requesters: await requestersOf(context, row.id),
    signatures: await signaturesOf(context, row.id),
    contacts: await contactsOf(context, row.id),
    timers: await clocksOf(context, row.id),
    original: await originalOf(context, row.id),
    files: await filesOf(context, row.id),
    mergedInto: row.merged_into ? await findCaseRow(context, row.merged_into) : undefined,
  });
}

/** Clear values once, for a purpose that stays in the trail; who asked to stay hidden stays hidden from the unit. */
export async function revealRequester(
  context: Context,
  input: InputOf<typeof revealEndpoint>,
): Promise<OutputOf<typeof revealEndpoint>> {
  const { row } = await loadReadable(context, input.caseId);
  if (!may(context.actor, 'person.reveal', row.area_path)) throw new Problem('case.reveal_not_allowed', 403);
  const intake = may(context.actor, 'case.intake', row.area_path);
  const shown = (await requestersOf(context, row.id)).filter(
    ({ hidden }) => intake || !(hidden || row.request_type === 'report'),
  );
  await context.emit({
    name: requesterRevealed.name,
    subject: { module: 'cases', id: row.id },
    areaPath: row.area_path,
    data: { purpose: input.purpose, requesterIds: shown.map(({ id }) => id) },
  });
  const { crypto } = context.services;
  return {
    requesters: shown.map((one) => ({
      requesterId: one.id,
      name: one.name,
      phone: one.phone_cipher ? crypto.decrypt(one.phone_cipher) : null,
    })),
  };
}
