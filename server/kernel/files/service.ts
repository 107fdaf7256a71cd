import { readFile } from 'node:fs/promises';
import type { InputOf } from '#contract/define.ts';
import type { readFile as readFileEndpoint, StoredFile, uploadFile } from '#contract/kernel/endpoints.ts';
import type { Context } from '#kernel/context.ts';
import { inspectUpload } from '#kernel/files/inspect.ts';
import type { Download, Upload } from '#kernel/module.ts';
import { Problem } from '#kernel/problem.ts';

/** Keeps one upload: what its bytes are, cleaned of what the camera wrote; the place is offered once and not kept. */
export async function storeUpload(
  context: Context,
  { file, ...said }: InputOf<typeof uploadFile> & { file: Upload },
): Promise<StoredFile> {
  const inspected = await inspectUpload(await readFile(file.path), file.fileName);
  const { crypto, files } = context.services;
  const digest = crypto.hash(inspected.bytes);
  await files.put(digest, inspected.bytes, inspected.contentType);
  const thumbnail = inspected.photo?.thumbnail ?? null;
  const thumbnailDigest = thumbnail && crypto.hash(thumbnail);
  if (thumbnail && thumbnailDigest) await files.put(thumbnailDigest, thumbnail, 'image/webp');

  const fileId = context.newId();
  const takenAt = inspected.photo?.takenAt?.toISOString() ?? said.takenAt ?? null;
  const facts = {
    bytes: inspected.bytes.length,
    width: inspected.photo?.width ?? null,
    height: inspected.photo?.height ?? null,
  };
  await context.db
    .insertInto('files')
    .values({
      street_id: context.streetId,
      id: fileId,
      digest,
      thumbnail_digest: thumbnailDigest,
      media_type: inspected.contentType,
      ...facts,
      file_name: inspected.name,
      uploaded_by: context.actor.accountId ?? '',
      uploaded_at: context.now,
      phase: said.phase ?? null,
      taken_at: takenAt,
    })
    .execute();
  await context.emit({ name: 'file.stored', subject: { module: 'files', id: fileId }, data: { digest } });
  return {
    fileId,
    fileName: inspected.name,
    mediaType: inspected.contentType,
    ...facts,
    place: placeOf(inspected.photo?.place),
    takenAt,
  };
}

function placeOf(place: { lon: number; lat: number } | null | undefined): StoredFile['place'] {
  return place ? { longitude: place.lon, latitude: place.lat } : null;
}

/** Says what a file belongs to; from then on the readers of that record may read it. Only the uploader's own file. */
export async function attachFile(
  context: Context,
  fileId: string,
  subject: { module: string; id: string; areaPath: string },
): Promise<void> {
  const result = await context.db
    .updateTable('files')
    .set({ subject_module: subject.module, subject_id: subject.id, area_path: subject.areaPath })
    .where('street_id', '=', context.streetId)
    .where('id', '=', fileId)
    .where('uploaded_by', '=', context.actor.accountId ?? '')
    .where('subject_id', 'is', null)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new Problem('file.unknown', 404);
}

/** By module: may the viewer read the files of this record? */
export type FileReaders = ReadonlyMap<
  string,
  (context: Context, subjectId: string, fileId: string) => Promise<boolean>
>;

type FileRow = Awaited<ReturnType<typeof fileRow>>;

async function fileRow(context: Context, fileId: string) {
  const file = await context.db
    .selectFrom('files')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('id', '=', fileId)
    .executeTakeFirst();
  if (!file) throw new Problem('file.unknown', 404);
  return file;
}

export function fileReader(readers: FileReaders) {
  return async (context: Context, input: InputOf<typeof readFileEndpoint>): Promise<Download> => {
    const file = await fileRow(context, input.fileId);
    const own = file.uploaded_by === context.actor.accountId;
    const reads = readers.get(file.subject_module ?? '');
    if (!own && !(reads && (await reads(context, file.subject_id ?? '', file.id))))
      throw new Problem('file.unknown', 404);

    const { body, contentType } = await bytesOf(context, file, input.size);
    return {
      contentType,
      ...(input.size === 'full' ? { fileName: file.file_name } : {}),
      body,
      cacheSeconds: 3600,
    };
  };
}

type Size = InputOf<typeof readFileEndpoint>['size'];
type Stored = Pick<FileRow, 'digest' | 'thumbnail_digest' | 'media_type'>;

async function bytesOf(context: Context, file: Stored, size: Size): Promise<Download> {
  const small = size === 'thumbnail' && file.thumbnail_digest !== null;
  const bytes = await context.services.files.get(small ? (file.thumbnail_digest ?? '') : file.digest);
  if (!bytes) throw new Problem('file.unknown', 404);
  return { contentType: small ? 'image/webp' : file.media_type, body: Buffer.from(bytes) };
}

/** The bytes of a file, without its name: the caller has decided that they may be seen. */
export async function openFile(context: Context, fileId: string, size: Size): Promise<Download> {
  return await bytesOf(context, await fileRow(context, fileId), size);
}
