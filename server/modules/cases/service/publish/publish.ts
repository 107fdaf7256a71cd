// Staff make a solved case public, or take it back: the words are theirs, the check of them is ours.
import type * as endpoints from '#contract/cases/publish/endpoints.ts';
import type { Publication } from '#contract/cases/publish/records.ts';
import type { InputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { areaChain } from '#modules/territory/index.ts';
import { may } from '../../policy.ts';
import type { Verdict } from '../../rules.ts';
import { personalIn, scrub } from '../../scrub.ts';
import type { CaseRow } from '../../store/cases.ts';
import { type RequesterRow, requestersOf } from '../../store/parts.ts';
import { deletePublication, insertPublication, publicationOf } from '../../store/publications.ts';
import { publicPhotosOf } from '../../store/publicPhotos.ts';
import { loadReadable } from '../load.ts';
import { hold, makeNote } from '../step.ts';
import { photosFor, showPhotos } from './photos.ts';

export async function readPublication(
  context: Context,
  input: InputOf<typeof endpoints.readPublication>,
): Promise<Publication> {
  return await present(context, await load(context, input.caseId));
}

export async function publishCase(
  context: Context,
  { caseId, photoIds, ...told }: InputOf<typeof endpoints.publishCase>,
): Promise<Publication> {
  const row = await load(context, caseId);
  const requesters = await requestersOf(context, caseId);
  hold((await publicationOf(context, caseId)) ? 'case.publish_known' : mayPublish(row, requesters));
  const found = personalIn(Object.values(told).join('\n'), namesOf(requesters));
  if (found.length > 0) throw new Problem('case.publish_personal', 409, { found: found.join('、') });
  const chain = row.area_id ? await areaChain(context, row.area_id) : [];
  const id = context.newId();
  await insertPublication(context, {
    ...told,
    id,
    case_id: row.id,
    asks: isQuestion(row) ? 'question' : 'matter',
    matter_code: row.matter_code,
    community_id: chain.find(({ level }) => level === 'community')?.areaId ?? null,
    reported_at: row.reported_at,
    closed_at: row.closed_at ?? row.finished_at ?? context.now.toISOString(),
  });
  await showPhotos(context, id, photoIds, await photosFor(context, caseId, requesters));
  await makeNote(context, row, 'publish', { data: { photos: photoIds.length } });
  return await present(context, row);
}

export async function withdrawPublication(
  context: Context,
  input: InputOf<typeof endpoints.withdrawPublication>,
): Promise<Publication> {
  const row = await load(context, input.caseId);
  hold((await publicationOf(context, row.id)) ? true : 'case.publish_none');
  await deletePublication(context, row.id);
  await makeNote(context, row, 'unpublish', { note: input.reason });
  return await present(context, row);
}

async function load(context: Context, caseId: string): Promise<CaseRow> {
  const { row } = await loadReadable(context, caseId);
  if (!may(context.actor, 'case.supervise', row.area_path)) throw new Problem('case.outside_your_area', 403);
  return row;
}

/** Quarrels, reports about somebody and what companies need are nobody else's. */
const publicKinds: readonly CaseRow['kind'][] = [
  'resident_report',
  'property_request',
  'hotline_order',
  'grid_case',
  'proactive_task',
];

const isQuestion = ({ request_type }: CaseRow): boolean =>
  request_type === 'inquiry' || request_type === 'suggestion';

const isSolved = (row: CaseRow): boolean =>
  row.status === 'closed' && row.solved === 'yes' && row.closure_type !== 'special';

/** 问政: the answer was given, and whoever asked does not say that it answers nothing. */
const isAnswered = (row: CaseRow): boolean =>
  ['resolved', 'confirming', 'closed'].includes(row.status) &&
  (row.answer ?? row.result) !== null &&
  row.solved !== 'no' &&
  row.closure_type !== 'special';

function mayPublish(row: CaseRow, requesters: readonly RequesterRow[]): Verdict {
  if (!(isQuestion(row) ? isAnswered(row) : isSolved(row))) return 'case.publish_not_solved';
  if (!publicKinds.includes(row.kind) || row.request_type === 'report') return 'case.publish_private';
  return requesters.some(({ hidden }) => hidden) ? 'case.publish_hidden' : true;
}

const namesOf = (requesters: readonly RequesterRow[]): string[] =>
  requesters.flatMap(({ name, on_behalf_of }) => [name, on_behalf_of ?? '']).filter((name) => name !== '');

async function present(context: Context, row: CaseRow): Promise<Publication> {
  const known = await publicationOf(context, row.id);
  const requesters = await requestersOf(context, row.id);
  const shown = known ? await publicPhotosOf(context, [known.id]) : [];
  const photos = (await photosFor(context, row.id, requesters)).map((photo) => ({
    ...photo,
    chosen: shown.some(({ fileId }) => fileId === photo.fileId),
  }));
  if (known)
    return {
      publicationId: known.id,
      title: known.title,
      asked: known.asked,
      done: known.done,
      publishedAt: known.published_at,
      publishedBy: known.published_by,
      photos,
      may: 'case.publish_known',
    };
  const names = namesOf(requesters);
  return {
    publicationId: null,
    title: scrub(row.title, names),
    asked: scrub(row.text, names),
    done: scrub(row.answer ?? row.result ?? '', names),
    publishedAt: null,
    publishedBy: null,
    photos,
    may: mayPublish(row, requesters),
  };
}
