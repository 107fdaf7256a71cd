import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { cellXml, escapeXml, textCell } from './cellXml.ts';
import { columnLetters } from './merges.ts';
import type { WrittenColumn, WrittenRow } from './sheet.ts';
import { stylesXml } from './styles.ts';
import { type ZipPart, zipBytes } from './zipWrite.ts';

export interface SheetContent {
  /** Merged over the whole width in the first row; also the name of the sheet. */
  title: string;
  /** Second row: the unit at the left, the day of making at the right. */
  organisation: string;
  madeOn: string;
  columns: readonly WrittenColumn[];
  rows: AsyncIterable<WrittenRow> | Iterable<WrittenRow>;
  /** A row of explanations below the header, for templates. */
  explanations?: readonly string[];
  /** Last row, under the data. */
  footer?: string;
  /** Who took the sheet and when: stands in the page header, in the page footer and in the last row. */
  watermark?: string;
  /** Page number in Excel's own marks, `&P` and `&N`; the words around them are the caller's. */
  pageNumber?: string;
}

/** Writes an .xlsx to a stream, row by row, with its backpressure. There is no way to write a formula. */
export async function writeSheet(stream: Writable, content: SheetContent): Promise<void> {
  await pipeline(sheetStream(content), stream);
}

/** The same as a readable stream of bytes, for an HTTP answer. */
export function sheetStream(content: SheetContent): Readable {
  return Readable.from(zipBytes(workbookParts(content)), { objectMode: false });
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const office = 'http://schemas.openxmlformats.org';

function workbookParts(content: SheetContent): ZipPart[] {
  // The sheet comes before the workbook, which has to name the range of the filter.
  const written = { lastRow: 0 };
  const part = (name: string, text: () => string): ZipPart => ({ name, text: () => [declaration + text()] });
  return [
    part('[Content_Types].xml', contentTypes),
    part('_rels/.rels', () => relationships([['officeDocument', 'xl/workbook.xml']])),
    { name: 'xl/worksheets/sheet1.xml', text: () => worksheet(content, written) },
    { name: 'xl/styles.xml', text: () => [stylesXml] },
    part('xl/workbook.xml', () => workbook(content, written.lastRow)),
    part('xl/_rels/workbook.xml.rels', () =>
      relationships([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['styles', 'styles.xml'],
      ]),
    ),
  ];
}

const headerRow = 3;

async function* worksheet(content: SheetContent, written: { lastRow: number }): AsyncGenerator<string> {
  const { columns } = content;
  const last = columnLetters(columns.length - 1);
  yield worksheetHead(columns, content.explanations ? headerRow + 1 : headerRow);
  yield rowXml(1, [textCell(1, 0, content.title, 'title')], 30);
  yield rowXml(2, secondRow(content));
  yield rowXml(
    headerRow,
    columns.map(({ header }, at) => textCell(headerRow, at, header, 'header')),
    24,
  );

  let row = headerRow;
  if (content.explanations) {
    row += 1;
    const texts = content.explanations;
    yield rowXml(
      row,
      columns.map((_, at) => textCell(row, at, texts[at] ?? '', 'wrapped')),
    );
  }
  for await (const { cells, faults } of content.rows) {
    row += 1;
    yield rowXml(
      row,
      columns.map(({ kind }, at) => cellXml(row, at, cells[at] ?? null, kind, faults?.has(at) ?? false)),
    );
  }
  written.lastRow = row;

  const notes = [content.footer, content.watermark].filter((note) => note !== undefined);
  for (const [at, note] of notes.entries())
    yield rowXml(row + 1 + at, [textCell(row + 1 + at, 0, note, 'note')]);
  yield worksheetTail(content, last, row, notes.length);
}

const rowXml = (row: number, cells: readonly string[], height?: number): string =>
  `<row r="${row}"${height ? ` ht="${height}" customHeight="1"` : ''}>${cells.join('')}</row>`;

/** Unit at the left; the day where a quarter of the width is left for it. */
function secondRow({ columns, organisation, madeOn }: SheetContent): string[] {
  if (columns.length < 3) return [textCell(2, 0, `${organisation} ${madeOn}`, 'note')];
  return [textCell(2, 0, organisation, 'note'), textCell(2, columns.length - 2, madeOn, 'note')];
}

function worksheetHead(columns: readonly WrittenColumn[], frozenRows: number): string {
  const cols = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  return [
    `${declaration}<worksheet xmlns="${office}/spreadsheetml/2006/main">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="18"/><cols>${cols.join('')}</cols><sheetData>`,
  ].join('');
}

/** A4 landscape, as wide as a page; the elements stand in the order that the format demands. */
function worksheetTail(content: SheetContent, last: string, lastRow: number, notes: number): string {
  const merges = content.columns.length > 1 ? [`A1:${last}1`] : [];
  if (content.columns.length > 1)
    for (let at = 1; at <= notes; at++) merges.push(`A${lastRow + at}:${last}${lastRow + at}`);
  if (content.columns.length === 2) merges.push('A2:B2');
  const mark = escapeXml(plainForHeader(content.watermark ?? ''));
  return [
    `</sheetData><autoFilter ref="A${headerRow}:${last}${lastRow}"/>`,
    merges.length > 0
      ? `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
      : '',
    '<pageMargins left="0.5" right="0.5" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    `<headerFooter><oddHeader>&amp;R&amp;8${mark}</oddHeader><oddFooter>&amp;L&amp;8${mark}&amp;R${escapeXml(content.pageNumber ?? '&P / &N')}</oddFooter></headerFooter>`,
    '</worksheet>',
  ].join('');
}

/** `&` begins a command in page headers; figures right behind the font size would be read as part of it. */
const plainForHeader = (text: string) => ` ${text.replaceAll('&', '&&')}`.slice(0, 200);

function workbook(content: SheetContent, lastRow: number): string {
  const name = sheetName(content.title);
  const quoted = `'${name.replaceAll("'", "''")}'`;
  const last = columnLetters(content.columns.length - 1);
  return [
    `<workbook xmlns="${office}/spreadsheetml/2006/main" xmlns:r="${office}/officeDocument/2006/relationships">`,
    `<sheets><sheet name="${escapeXml(name)}" sheetId="1" r:id="rId1"/></sheets><definedNames>`,
    `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${escapeXml(quoted)}!$A$${headerRow}:$${last}$${lastRow}</definedName>`,
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">${escapeXml(quoted)}!$${headerRow}:$${headerRow}</definedName>`,
    '</definedNames></workbook>',
  ].join('');
}

/** Excel allows 31 characters and none of `[]:*?/\` in the name of a sheet. */
const sheetName = (title: string) =>
  title
    .replace(/[[\]:*?/\\]/g, ' ')
    .trim()
    .replace(/^'|'$/g, '')
    .slice(0, 31) || 'Sheet1';

function contentTypes(): string {
  const type = (part: string, kind: string) =>
    `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  return [
    `<Types xmlns="${office}/package/2006/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    type('/xl/workbook.xml', 'sheet.main'),
    type('/xl/worksheets/sheet1.xml', 'worksheet'),
    type('/xl/styles.xml', 'styles'),
    '</Types>',
  ].join('');
}

function relationships(targets: [kind: string, target: string][]): string {
  const lines = targets.map(
    ([kind, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="${office}/officeDocument/2006/relationships/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${office}/package/2006/relationships">${lines.join('')}</Relationships>`;
}
