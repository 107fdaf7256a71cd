// A camera for Chromium: it plays a film, and the film is the picture of a screen.
import { writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsQr from 'jsqr';
import sharp from 'sharp';

const width = 640;
const height = 480;
const frames = 3;

export interface Camera {
  /** For the browser whose camera it is. */
  launchArgs: readonly string[];
  /** What the camera sees from the next time it is opened: a picture of a screen. */
  pointAt(screen: Buffer): Promise<void>;
}

export async function filmCamera(): Promise<Camera> {
  const path = join(await mkdtemp(join(tmpdir(), 'jia-camera-')), 'film.y4m');
  const pointAt = async (screen: Buffer) => writeFileSync(path, await filmOf(screen));
  const white = { create: { width: 1, height: 1, channels: 3, background: 'white' } } as const;
  await pointAt(await sharp(white).png().toBuffer());
  return {
    pointAt,
    launchArgs: [
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${path}`,
    ],
  };
}

/** What a screenshot of a code says, as whoever it was forwarded to would read it. */
export async function readScreen(screen: Buffer): Promise<string> {
  const { data, info } = await sharp(screen).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const read = jsQr.default(new Uint8ClampedArray(data), info.width, info.height);
  if (!read) throw new Error('There is no code on this screen.');
  return read.data;
}

/** YUV4MPEG2: a line of facts, then per frame a mark, the light of every point, and two planes of no colour. */
async function filmOf(screen: Buffer): Promise<Buffer> {
  const light = await sharp(screen)
    .resize(width, height, { fit: 'contain', background: 'white' })
    .greyscale()
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  const colour = Buffer.alloc((width / 2) * (height / 2) * 2, 128);
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`);
  const frame = [Buffer.from('FRAME\n'), light, colour];
  return Buffer.concat([head, ...Array.from({ length: frames }, () => frame).flat()]);
}
