import { useEffect, useRef } from 'react';
import { readFile, type StoredFile, uploadFile } from '#contract/kernel/endpoints.ts';
import { addressOf, upload } from '#web/lib/call.ts';
import { isOffline, sentenceOf } from '#web/lib/problem.ts';

/** One photo of a form: kept on the phone as it was taken until the server has it. */
export interface Photo {
  /** Also the Idempotency-Key of its upload, so that a lost answer stores it once. */
  key: string;
  name: string;
  file: Blob | null;
  fileId: string | null;
  /** Why it did not go up; without a network it waits and has none. */
  problem: string | null;
}

export const photosMax = 9;

export const takenPhoto = (file: File): Photo => ({
  key: crypto.randomUUID(),
  name: file.name,
  file,
  fileId: null,
  problem: null,
});

/** Stores one photo, with what the server read from it (the place is offered once). */
export async function storePhoto(photo: Photo): Promise<StoredFile> {
  if (!photo.file) throw new Error('A photo without its file is stored already.');
  const file = new File([photo.file], photo.name, { type: photo.file.type });
  return upload(uploadFile, file, {}, { idempotencyKey: photo.key });
}

interface Sending {
  photos: readonly Photo[];
  /** Gets the change of one photo; others may have changed meanwhile. */
  onChange: (key: string, change: Partial<Photo>) => void;
  onStored?: (stored: StoredFile) => void;
  isOnline: boolean;
}

/** Sends photos up one by one while the person goes on; tries again when the network returns. */
export function useSendPhotos({ photos, onChange, onStored, isOnline }: Sending): void {
  const sending = useRef<string | null>(null);
  const heard = useRef({ onChange, onStored });
  heard.current = { onChange, onStored };
  const next = photos.find(({ fileId, problem }) => fileId === null && problem === null);
  useEffect(() => {
    if (!next || !isOnline || sending.current !== null) return;
    sending.current = next.key;
    storePhoto(next)
      .then((stored) => {
        sending.current = null;
        heard.current.onStored?.(stored);
        heard.current.onChange(next.key, { fileId: stored.fileId, file: null });
      })
      .catch((error: unknown) => {
        sending.current = null;
        if (!isOffline(error)) heard.current.onChange(next.key, { problem: sentenceOf(error) });
      });
  }, [next, isOnline]);
}

/** Address of a picture that the viewer may see. */
export const pictureOf = (fileId: string, size: 'full' | 'thumbnail' = 'thumbnail'): string =>
  addressOf(readFile, { params: { fileId }, query: { size } });
