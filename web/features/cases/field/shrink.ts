// A photo as it is kept on the phone: small enough for a stairwell, without what the camera wrote beside the picture.
import type { WaitingFile } from '#web/lib/store.ts';

const longestSide = 1600;
const quality = 0.82;

export async function takenFile(file: File, phase?: 'before' | 'after'): Promise<WaitingFile> {
  return {
    key: crypto.randomUUID(),
    name: file.name,
    file: await shrunk(file),
    fileId: null,
    takenAt: new Date().toISOString(),
    ...(phase ? { phase } : {}),
  };
}

/** The file itself where the phone cannot draw it. */
async function shrunk(file: File): Promise<Blob> {
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return file;
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
  return drawn && drawn.size < file.size ? drawn : file;
}
