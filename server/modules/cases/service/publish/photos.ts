// Photos on the public pages: staff choose, the requester agrees or takes it back, everybody looks.
import type * as endpoints from '#contract/cases/publish/endpoints.ts';
import type { PlainCase } from '#contract/cases/resident/records.ts';
import type { InputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { openFile } from '#kernel/files/service.ts';
import type { Download } from '#kernel/module.ts';
import { Problem } from '#kernel/problem.ts';
import { type JudgedPhoto, judgePhoto } from '../../publicPhotos.ts';
import { type RequesterRow, stepsOf } from '../../store/parts.ts';
import {
  hidePhotosOf,
  insertPublicPhotos,
  picturesOf,
  publicPhotosOf,
  setPhotosPublic,
} from '../../store/publicPhotos.ts';
import { loadOwn, presentOwn } from '../resident/own.ts';
import { goesOnIn } from '../resident/present.ts';
import { hold } from '../step.ts';

/** Steps whose photos a requester sent. */
const requested: readonly string[] = ['submit', 'open', 'follow', 'supplement'];

export async function photosFor(
  context: Context,
  caseId: string,
  requesters: readonly RequesterRow[],
): Promise<JudgedPhoto[]> {
  const pictures = await picturesOf(context, caseId);
  if (pictures.length === 0) return [];
  const steps = await stepsOf(context, caseId);
  const worked = new Set(
    steps.flatMap(({ name, data }) =>
      !requested.includes(name) && Array.isArray(data.fileIds) ? data.fileIds.map(String) : [],
    ),
  );
  return pictures.map((picture) => judgePhoto(picture, { requesters, worked }));
}

/** @throws Problem 409 for a photo that may not go out, 400 for one that is not of this case */
export async function showPhotos(
  context: Context,
  publicationId: string,
  photoIds: readonly string[],
  known: readonly JudgedPhoto[],
): Promise<void> {
  const chosen = [...new Set(photoIds)].map((photoId) => {
    const photo = known.find(({ fileId }) => fileId === photoId);
    if (!photo) throw new Problem('case.photo_unknown', 400);
    hold(photo.may);
    return photo;
  });
  await insertPublicPhotos(context, publicationId, chosen);
}

export async function readPublicPhoto(
  context: Context,
  input: InputOf<typeof endpoints.readPublicPhoto>,
): Promise<Download> {
  const shown = await publicPhotosOf(context, [input.publicationId]);
  if (!shown.some(({ fileId }) => fileId === input.fileId)) throw new Problem('case.public_unknown', 404);
  // Not kept by browsers: what was taken back is gone at once.
  return await openFile(context, input.fileId, input.size);
}

export async function agreeToPhotos(
  context: Context,
  input: InputOf<typeof endpoints.agreeToPhotos>,
): Promise<PlainCase> {
  const own = await loadOwn(context, input.caseId);
  const accountId = own.viewer.account_id ?? '';
  const on = await goesOnIn(context, own.row);
  const told = await presentOwn(context, own);
  hold(told.photosPublic === null ? 'case.photo_nothing_to_agree' : true);
  for (const caseId of new Set([own.row.id, on.id])) {
    await setPhotosPublic(context, caseId, accountId, input.agreed);
    if (!input.agreed) await hidePhotosOf(context, caseId, accountId);
  }
  return await presentOwn(context, await loadOwn(context, input.caseId));
}
