// A photo made anew from its pixels: upright, no larger than a screen needs, and without a word about its owner.
import sharp, { type Sharp } from 'sharp';
import { type PhotoFacts, photoFacts } from '#kernel/files/exif.ts';
import { atMost } from '#kernel/files/gate.ts';
import { Problem } from '#kernel/problem.ts';

export interface MadePhoto extends PhotoFacts {
  bytes: Uint8Array;
  width: number;
  height: number;
  /** WebP, at most 480 pixels a side. */
  thumbnail: Uint8Array;
}

export const PIXELS_MAX = 50_000_000;
const SIDE_MAX = 2560;
const THUMBNAIL_SIDE_MAX = 480;

/** Fifty megapixels take up to 200 MB while they are open; on the smallest machine two at a time are enough. */
const twoAtATime = atMost(2);

/**
 * @param extension jpg, png or webp, as sniffed; the picture stays in its format.
 * @throws Problem 413 `file.too_many_pixels`, 422 `file.unreadable`.
 */
export function makePhoto(bytes: Uint8Array, extension: string): Promise<MadePhoto> {
  return twoAtATime(async () => {
    // The head of a file is read without a bound, so that the refusal can say how large the picture is.
    const { width, height, exif } = await readable(sharp(bytes, { limitInputPixels: false }).metadata());
    if (width * height > PIXELS_MAX) {
      throw new Problem('file.too_many_pixels', 413, {
        megapixels: Math.ceil((width * height) / 1_000_000),
        megapixels_max: PIXELS_MAX / 1_000_000,
      });
    }

    // sharp keeps no metadata unless told to; turning first makes the orientation tag needless.
    const upright = fitted(
      sharp(bytes, { limitInputPixels: PIXELS_MAX, failOn: 'error' }).autoOrient(),
      SIDE_MAX,
    );
    const picture = await readable(encoded(upright, extension).toBuffer({ resolveWithObject: true }));
    const thumbnail = await readable(
      fitted(sharp(picture.data), THUMBNAIL_SIDE_MAX).webp({ quality: 75 }).toBuffer(),
    );
    return {
      ...photoFacts(exif),
      bytes: picture.data,
      width: picture.info.width,
      height: picture.info.height,
      thumbnail,
    };
  });
}

function fitted(image: Sharp, side: number): Sharp {
  return image.resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
}

function encoded(image: Sharp, extension: string): Sharp {
  if (extension === 'png') return image.png();
  if (extension === 'webp') return image.webp({ quality: 82 });
  return image.jpeg({ quality: 82 });
}

async function readable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch {
    throw new Problem('file.unreadable', 422);
  }
}
