// Drawn pictures for the cases of the demo: no photo of a real place or person. Before and after of a few things.
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { storeUpload } from '#kernel/files/service.ts';
import { as, type Holder, type Stage } from '../replay/stage.ts';

const wall =
  '<rect width="640" height="480" fill="#d9d4c7"/><rect y="360" width="640" height="120" fill="#a9a294"/>';
const dark =
  '<rect width="640" height="480" fill="#2c2f36"/><rect y="360" width="640" height="120" fill="#20222a"/>';
const house =
  '<rect width="640" height="480" fill="#bcd3e6"/><rect x="120" y="60" width="400" height="420" fill="#c98f6b"/>' +
  [100, 200, 300]
    .map((y) =>
      [160, 290, 420].map((x) => `<rect x="${x}" y="${y}" width="64" height="60" fill="#f4f1e6"/>`).join(''),
    )
    .join('');
const steps = [0, 1, 2, 3]
  .map(
    (n) =>
      `<rect x="${60 + n * 120}" y="${400 - n * 50}" width="140" height="${80 + n * 50}" fill="#8d8778"/>`,
  )
  .join('');
const lamp = (light: string) =>
  `<circle cx="320" cy="90" r="46" fill="${light}"/><rect x="312" y="0" width="16" height="50" fill="#555"/>`;
const boxes = [90, 190, 290, 380]
  .map(
    (x, n) =>
      `<rect x="${x}" y="${280 - n * 22}" width="92" height="${110 + n * 22}" fill="#b98a4e" stroke="#7b5a30" stroke-width="5"/>`,
  )
  .join('');

const drawings = {
  lamp: [
    dark + steps + lamp('#4a4d55'),
    `${wall}${steps}${lamp('#ffe9a3')}<circle cx="320" cy="90" r="110" fill="#fff3c4" opacity=".4"/>`,
  ],
  wires: [
    `${house}<path d="M320 130 C 300 260 380 300 340 430" stroke="#222" stroke-width="7" fill="none"/><rect x="280" y="410" width="130" height="44" rx="20" fill="#3d7a58"/>`,
    `${house}<rect x="200" y="400" width="240" height="70" fill="#4b6c8c"/>`,
  ],
  leak: [
    `${wall}<path d="M240 0 q40 90 -10 170 q90 40 60 130 q60 -50 30 -130 q60 -80 10 -170z" fill="#8b8061"/>`,
    `${wall}<rect x="400" y="0" width="26" height="360" fill="#eee"/>`,
  ],
  snow: [
    `<rect width="640" height="480" fill="#cfd8e2"/><path d="M0 340 Q160 270 320 330 T640 300 V480 H0z" fill="#fff"/>`,
    `<rect width="640" height="480" fill="#cfd8e2"/><path d="M0 340 L640 300 V480 H0z" fill="#777c80"/><path d="M0 330 L640 290 V300 L0 342z" fill="#fff"/>`,
  ],
  rubbish: [wall + boxes, wall],
  parking: [
    `<rect width="640" height="480" fill="#7f858b"/>${[40, 190, 340, 490].map((x) => `<rect x="${x}" y="180" width="116" height="200" rx="26" fill="#4d6f95"/><rect x="${x + 16}" y="220" width="84" height="56" fill="#cfe2f2"/>`).join('')}`,
    `<rect width="640" height="480" fill="#7f858b"/>${[40, 190, 340, 490].map((x) => `<rect x="${x}" y="160" width="8" height="240" fill="#fff"/>`).join('')}<rect x="350" y="190" width="110" height="190" rx="26" fill="#4d6f95"/>`,
  ],
  lock: [
    `${wall}<rect x="210" y="40" width="220" height="400" fill="#6e4b33"/><rect x="376" y="220" width="34" height="80" rx="8" fill="#1c1c1c"/>`,
    `${wall}<rect x="210" y="40" width="220" height="400" fill="#6e4b33"/><circle cx="394" cy="260" r="15" fill="#e5c65a"/>`,
  ],
  paper: [
    '<rect width="640" height="480" fill="#8c8f93"/><rect x="170" y="30" width="300" height="420" fill="#fbfaf5"/>' +
      [90, 130, 170, 210, 250, 290]
        .map((y) => `<rect x="205" y="${y}" width="230" height="12" fill="#9aa0a6"/>`)
        .join('') +
      '<circle cx="400" cy="380" r="40" fill="none" stroke="#c8342b" stroke-width="7"/>',
  ],
} as const;
export type Picture = keyof typeof drawings;

const drawn = new Map<string, Promise<string>>();

async function draw(picture: Picture, place: number): Promise<string> {
  const [first, second = first] = drawings[picture] as readonly [string, string?];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480">${place === 0 ? first : second}</svg>`;
  const path = join(await mkdtemp(join(tmpdir(), 'jia-picture-')), `${picture}.jpg`);
  await writeFile(path, await sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer());
  return path;
}

/** Sends one up as a person would, and answers its id. */
export async function sendPicture(
  stage: Stage,
  who: Holder,
  picture: Picture,
  phase?: 'before' | 'after',
): Promise<string> {
  const place = phase === 'after' ? 1 : 0;
  const key = `${picture}/${place}`;
  const path = drawn.get(key) ?? draw(picture, place);
  drawn.set(key, Promise.resolve(path));
  const file = { path: await path, fileName: `${picture}.jpg`, bytes: 0, digest: '' };
  const sent = await storeUpload(as(stage, who), { file, ...(phase ? { phase } : {}) });
  return sent.fileId;
}
