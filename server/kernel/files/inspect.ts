// What arrives from outside is what its bytes say, not what its name says. Photos are read once for place and time,
// then made anew, so that nothing a camera or an attacker wrote beside the picture is kept.
import { fileTypeFromBuffer } from 'file-type';
import { fileKindLabels, type fileProblems } from '#contract/files/words.ts';
import { type MadePhoto, makePhoto } from '#kernel/files/photo.ts';
import { Problem } from '#kernel/problem.ts';

export type FileKind = keyof typeof fileKindLabels;

export interface InspectedFile {
  kind: FileKind;
  contentType: string;
  /** Without a dot; follows the content. */
  extension: string;
  /** The declared name without path and odd characters, with the true extension; for people, never for a path. */
  name: string;
  /** What to keep: of a photo the picture alone, of anything else the bytes as they came. */
  bytes: Uint8Array;
  /** Size, thumbnail, and what the camera said of place and time; only of photos. */
  photo: Pick<MadePhoto, 'width' | 'height' | 'thumbnail' | 'place' | 'takenAt'> | null;
}

/** Bytes; PIXELS_MAX in photo.ts bounds the picture itself. */
export const FILE_SIZE_MAX: Record<FileKind, number> = {
  image: 15_000_000,
  pdf: 20_000_000,
  audio: 10_000_000,
};

/**
 * Sniffs, bounds and cleans one upload.
 * @throws Problem 413 `file.too_large`, `file.too_many_pixels`; 415 `file.type_*`, `file.heic`, `file.kind_not_taken`;
 *   422 `file.empty`, `file.unreadable`.
 */
export async function inspectUpload(
  bytes: Uint8Array,
  declaredName: string,
  kinds: readonly FileKind[] = ['image', 'pdf', 'audio'],
): Promise<InspectedFile> {
  if (bytes.length === 0) refuse('file.empty', 422);

  const type = await sniffed(bytes);
  if (!kinds.includes(type.kind)) {
    const wanted = kinds.map((kind) => fileKindLabels[kind]).join('/');
    refuse('file.kind_not_taken', 415, { kind: fileKindLabels[type.kind], wanted });
  }
  refuseTooLarge(bytes.length, type.kind);

  const name = shownName(declaredName, type.extension);
  if (type.kind !== 'image') {
    if (type.kind === 'pdf' && !Buffer.from(bytes).includes('%%EOF')) refuse('file.unreadable', 422);
    return { ...type, name, bytes, photo: null };
  }
  const { bytes: clean, ...photo } = await makePhoto(bytes, type.extension);
  return { ...type, name, bytes: clean, photo };
}

interface TakenType {
  kind: FileKind;
  contentType: string;
  extension: string;
}

/** By the extension that belongs to the content; everything else is refused. */
const taken: Record<string, TakenType> = {
  jpg: { kind: 'image', contentType: 'image/jpeg', extension: 'jpg' },
  png: { kind: 'image', contentType: 'image/png', extension: 'png' },
  webp: { kind: 'image', contentType: 'image/webp', extension: 'webp' },
  pdf: { kind: 'pdf', contentType: 'application/pdf', extension: 'pdf' },
  mp3: { kind: 'audio', contentType: 'audio/mpeg', extension: 'mp3' },
  m4a: { kind: 'audio', contentType: 'audio/mp4', extension: 'm4a' },
  aac: { kind: 'audio', contentType: 'audio/aac', extension: 'aac' },
  ogg: { kind: 'audio', contentType: 'audio/ogg', extension: 'ogg' },
  opus: { kind: 'audio', contentType: 'audio/ogg', extension: 'ogg' },
  amr: { kind: 'audio', contentType: 'audio/amr', extension: 'amr' },
  wav: { kind: 'audio', contentType: 'audio/wav', extension: 'wav' },
};

async function sniffed(bytes: Uint8Array): Promise<TakenType> {
  const found = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.ext;
  if (!found) return refuse('file.type_unknown', 415);
  if (found === 'heic') return refuse('file.heic', 415);

  // Recorders of Android phones write the general brand of the format: without a picture track it is a recording.
  const isRecording =
    (found === 'mp4' || found === '3gp') && hasTrack(bytes, 'soun') && !hasTrack(bytes, 'vide');
  return (
    (isRecording ? taken.m4a : taken[found]) ??
    refuse('file.type_refused', 415, { found: found.toUpperCase() })
  );
}

function hasTrack(bytes: Uint8Array, handler: 'soun' | 'vide'): boolean {
  // The handler box: its name, four bytes of version, four of a predefined value, then the kind of track.
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = data.indexOf('hdlr'); at !== -1; at = data.indexOf('hdlr', at + 4)) {
    if (data.toString('latin1', at + 12, at + 16) === handler) return true;
  }
  return false;
}

function refuseTooLarge(size: number, kind: FileKind): void {
  const max = FILE_SIZE_MAX[kind];
  if (size <= max) return;
  refuse('file.too_large', 413, {
    kind: fileKindLabels[kind],
    mb: Math.ceil(size / 100_000) / 10,
    mb_max: max / 1_000_000,
  });
}

const NAME_LENGTH_MAX = 80;

function shownName(declared: string, extension: string): string {
  const base = declared.split(/[\\/]/).at(-1) ?? '';
  const stem = base
    .replace(/\.[^.]{1,12}$/, '')
    // Control, direction-changing and reserved characters would mislead the reader or the file system.
    .replace(/[\p{C}<>:"|?*]/gu, '')
    .replace(/^[.\s]+|\s+$/g, '');
  return `${[...stem].slice(0, NAME_LENGTH_MAX).join('') || 'file'}.${extension}`;
}

/** @throws always */
function refuse(
  code: keyof typeof fileProblems,
  status: number,
  details: Record<string, unknown> = {},
): never {
  throw new Problem(code, status, details);
}
