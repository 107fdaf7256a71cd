// Draws the installable icons from the mark: `node web/build/drawIcons.ts`. The results are committed.
import { readFile, writeFile } from 'node:fs/promises';
import sharp from 'sharp';

const folder = new URL('../public/icons/', import.meta.url);
const paper = '#F7F5F1';

/** `share` of the square that the mark fills; launchers cut maskable icons to a circle of 80 %. */
const icons = [
  { file: 'mark-180.png', side: 180, share: 0.72 },
  { file: 'mark-192.png', side: 192, share: 0.72 },
  { file: 'mark-512.png', side: 512, share: 0.72 },
  { file: 'mark-mask-512.png', side: 512, share: 0.56 },
] as const;

const mark = await readFile(new URL('mark.svg', folder));
for (const { file, side, share } of icons) {
  const size = Math.round(side * share);
  const drawn = await sharp(mark, { density: (72 * size) / 48 })
    .resize(size, size)
    .toBuffer();
  const icon = sharp({ create: { width: side, height: side, channels: 4, background: paper } });
  const png = await icon
    .composite([{ input: drawn, gravity: 'centre' }])
    .png({ palette: true })
    .toBuffer();
  await writeFile(new URL(file, folder), png);
}
