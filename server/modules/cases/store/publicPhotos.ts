// SQL of the photos beside the public words, and of who agreed to theirs.
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { JudgedPhoto, TakenPhoto } from '../publicPhotos.ts';

/** Pictures of a case with who took them, in the order they came in. */
export async function picturesOf(context: Context, caseId: string): Promise<TakenPhoto[]> {
  return await context.db
    .selectFrom('files')
    .select(['id as fileId', 'phase', 'uploaded_by as uploadedBy'])
    .where('street_id', '=', context.streetId)
    .where('subject_module', '=', 'cases')
    .where(sql<boolean>`subject_id = ${caseId}`)
    .where('media_type', 'like', 'image/%')
    .orderBy('id')
    .execute();
}

export async function insertPublicPhotos(
  context: Context,
  publicationId: string,
  photos: readonly JudgedPhoto[],
): Promise<void> {
  if (photos.length === 0) return;
  await context.db
    .insertInto('case_publication_photos')
    .values(
      photos.map(({ fileId, shows }, position) => ({
        street_id: context.streetId,
        publication_id: publicationId,
        file_id: fileId,
        position,
        shows,
      })),
    )
    .execute();
}

export async function publicPhotosOf(context: Context, publicationIds: readonly string[]) {
  if (publicationIds.length === 0) return [];
  return await context.db
    .selectFrom('case_publication_photos')
    .select(['publication_id as publicationId', 'file_id as fileId', 'shows'])
    .where('street_id', '=', context.streetId)
    .where('publication_id', 'in', [...publicationIds])
    .orderBy('publication_id')
    .orderBy('position')
    .execute();
}

/** What the requester took is no longer shown anywhere. */
export async function hidePhotosOf(context: Context, caseId: string, accountId: string): Promise<void> {
  const taken = (await picturesOf(context, caseId)).filter(({ uploadedBy }) => uploadedBy === accountId);
  if (taken.length === 0) return;
  await context.db
    .deleteFrom('case_publication_photos')
    .where('street_id', '=', context.streetId)
    .where(
      'file_id',
      'in',
      taken.map(({ fileId }) => fileId),
    )
    .execute();
}

export async function setPhotosPublic(
  context: Context,
  caseId: string,
  accountId: string,
  agreed: boolean,
): Promise<void> {
  await context.db
    .updateTable('case_requesters')
    .set({ photos_public: agreed })
    .where('street_id', '=', context.streetId)
    .where('case_id', '=', caseId)
    .where('account_id', '=', accountId)
    .execute();
}
