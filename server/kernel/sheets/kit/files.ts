// Files for the tests of this folder, made by another hand (exceljs) or part by part.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { openSheet } from '../open.ts';
import type { SheetRow } from '../sheet.ts';
import { zipBytes } from '../zipWrite.ts';

export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'jia-test-'));
  return {
    path: (name: string) => join(folder, name),
    put: (name: string, bytes: string | Uint8Array) => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A workbook as another program writes it. */
export async function excelBytes(fill: (workbook: exceljs.Workbook) => void): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  fill(workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

export async function readByExceljs(path: string): Promise<exceljs.Worksheet> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(path);
  const sheet = workbook.worksheets[0];
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

export async function zipOf(parts: Record<string, string>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const entries = Object.entries(parts).map(([name, text]) => ({ name, text: () => [text] }));
  for await (const chunk of zipBytes(entries)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The least a workbook consists of, with the rows given as XML. */
export const workbookParts = (sheetData: string, behind = ''): Record<string, string> => ({
  'xl/workbook.xml':
    '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
  'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheetData}</sheetData>${behind}</worksheet>`,
});

export async function allRows(path: string, sheet = 0): Promise<SheetRow[]> {
  const opened = await openSheet(path, 'file');
  try {
    const rows: SheetRow[] = [];
    for await (const row of opened.rows(sheet)) rows.push(row);
    return rows;
  } finally {
    await opened.close();
  }
}

/** Code of the refusal that a file meets, or `taken`. */
export async function refusalOf(path: string): Promise<string> {
  try {
    await allRows(path);
    return 'taken';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}
