// The poster as a picture of 1080 × 1920, drawn on this computer: nothing is sent anywhere.
import { toCanvas } from 'qrcode';

export interface Picture {
  title: string;
  lines: readonly string[];
  url: string;
  scan: string;
}

const width = 1080;
const height = 1920;
const margin = 90;
const codeSize = 560;
const font = (size: number, weight: number) =>
  `${weight} ${size}px "PingFang SC", "Microsoft YaHei", sans-serif`;

/** @returns the picture as a data address */
export async function phonePicture({ title, lines, url, scan }: Picture): Promise<string> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('No canvas.');
  const colour = (name: string) =>
    getComputedStyle(document.documentElement).getPropertyValue(name).trim() || 'black';
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = colour('--jia-primary');
  pen.fillRect(0, 0, width, 24);
  let y = 200;
  const write = (text: string, size: number, weight: number, gap: number) => {
    pen.font = font(size, weight);
    for (const row of rowsOf(text, width - 2 * margin, (part) => pen.measureText(part).width)) {
      pen.fillText(row, margin, y);
      y += size * 1.35;
    }
    y += gap;
  };
  pen.fillStyle = 'black';
  write(title, 88, 700, 40);
  for (const line of lines) write(line, 48, 400, 12);
  const code = document.createElement('canvas');
  await toCanvas(code, url, { width: codeSize, margin: 0 });
  pen.drawImage(code, (width - codeSize) / 2, height - codeSize - 220, codeSize, codeSize);
  pen.textAlign = 'center';
  pen.font = font(44, 400);
  pen.fillText(scan, width / 2, height - 120);
  return canvas.toDataURL('image/png');
}

/** Breaks a text into rows that fit. */
export function rowsOf(text: string, room: number, widthOf: (text: string) => number): string[] {
  const rows: string[] = [];
  let row = '';
  for (const letter of text) {
    if (row !== '' && widthOf(row + letter) > room) {
      rows.push(row);
      row = '';
    }
    row += letter;
  }
  return row === '' ? rows : [...rows, row];
}
