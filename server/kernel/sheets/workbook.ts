import { Problem } from '#kernel/problem.ts';
import { type NumberStyle, styleOfFormat } from './formats.ts';
import { findMerges } from './merges.ts';
import { type SharedStrings, spoolSharedStrings } from './sharedStrings.ts';
import type { OpenedSheet } from './sheet.ts';
import { sheetRows } from './sheetRows.ts';
import { attribute, xmlScanner } from './xml.ts';
import type { ZipArchive, ZipEntry } from './zip.ts';

/** What cells mean by themselves only together with this. */
export interface WorkbookParts {
  strings: SharedStrings | null;
  /** Index of a cell style → what it does to a number. */
  styles: readonly NumberStyle[];
  date1904: boolean;
}

/**
 * An .xlsx or .xlsm whose rows are streamed: shared strings are spooled to disk, sheets are inflated and
 * scanned chunk by chunk. Formulas are never evaluated; a cell has the value it had when it was saved.
 */
export async function openWorkbook(zip: ZipArchive): Promise<OpenedSheet> {
  const workbook = await readWorkbook(zip);
  const styles = await readStyles(zip);
  let strings: Promise<SharedStrings> | null = null;
  const stringsEntry = findEntry(zip, 'xl/sharedStrings.xml');
  const spooled = () => {
    if (stringsEntry) strings ??= spoolSharedStrings(zip.read(stringsEntry));
    return strings;
  };

  return {
    kind: 'xlsx',
    encoding: null,
    sheets: workbook.sheets.map((sheet) => sheet.name),
    async *rows(index = 0) {
      const sheet = workbook.sheets[index];
      if (!sheet) throw new Problem('sheet.no_such_sheet', 422, { sheet: index });
      const parts = { strings: await spooled(), styles, date1904: workbook.date1904 };
      yield* sheetRows(zip.read(sheet.entry), parts, await findMerges(zip.read(sheet.entry)));
    },
    async close() {
      (await strings?.catch(() => null))?.close();
      await zip.close();
    },
  };
}

interface NamedSheet {
  name: string;
  entry: ZipEntry;
}

async function readWorkbook(zip: ZipArchive): Promise<{ sheets: NamedSheet[]; date1904: boolean }> {
  const targets = new Map<string, string>();
  await scanPart(zip, 'xl/_rels/workbook.xml.rels', (name, attributes) => {
    if (name !== 'Relationship') return;
    targets.set(attribute(attributes, 'Id') ?? '', attribute(attributes, 'Target') ?? '');
  });

  const sheets: NamedSheet[] = [];
  let date1904 = false;
  await scanPart(zip, 'xl/workbook.xml', (name, attributes) => {
    if (name === 'workbookPr') date1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '');
    if (name !== 'sheet' || (attribute(attributes, 'state') ?? 'visible') !== 'visible') return;
    const target = targets.get(/\s\w+:id\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] ?? '');
    const entry = target === undefined ? undefined : findEntry(zip, partPath(target));
    // A chart sheet has no rows; it is not something to import.
    if (entry && !entry.name.includes('chartsheets/'))
      sheets.push({ name: attribute(attributes, 'name') ?? '', entry });
  });
  if (sheets.length === 0) throw new Problem('sheet.empty', 422);
  return { sheets, date1904 };
}

const partPath = (target: string) =>
  target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;

async function readStyles(zip: ZipArchive): Promise<NumberStyle[]> {
  const codes = new Map<number, string>();
  const styles: NumberStyle[] = [];
  let inCellFormats = false;
  await scanPart(zip, 'xl/styles.xml', (name, attributes) => {
    if (name === 'cellXfs') inCellFormats = true;
    if (name === 'cellStyles' || name === 'dxfs') inCellFormats = false;
    if (name === 'numFmt')
      codes.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
    if (name !== 'xf' || !inCellFormats) return;
    const id = Number(attribute(attributes, 'numFmtId') ?? 0);
    styles.push(styleOfFormat(id, codes.get(id)));
  });
  return styles;
}

async function scanPart(
  zip: ZipArchive,
  name: string,
  open: (name: string, attributes: string) => void,
): Promise<void> {
  const entry = findEntry(zip, name);
  if (!entry) return;
  const feed = xmlScanner({ open, close: () => {}, text: () => {} });
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of zip.read(entry)) feed(decoder.decode(chunk, { stream: true }));
}

/** Part names are compared without case: some writers say `xl/SharedStrings.xml`. */
function findEntry(zip: ZipArchive, name: string): ZipEntry | undefined {
  const exact = zip.entries.get(name);
  if (exact) return exact;
  for (const entry of zip.entries.values()) if (entry.name.toLowerCase() === name.toLowerCase()) return entry;
  return undefined;
}
