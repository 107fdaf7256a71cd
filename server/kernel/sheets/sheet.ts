// What a register file is, once opened: names of its sheets and a stream of rows of text.

/** One row with content. `number` is the row a person sees in Excel, from 1; a blank cell is ''. */
export interface SheetRow {
  number: number;
  cells: string[];
}

export interface OpenedSheet {
  kind: 'xlsx' | 'csv';
  /** Of a CSV: what it was written in. */
  encoding: 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be' | null;
  /** Visible sheets in the order of the workbook; a CSV has one, named after its file. */
  sheets: readonly string[];
  /** Streams the rows of a sheet; may be called again. Throws a `Problem` `sheet.*` where the file is bad. */
  rows(sheet?: number): AsyncIterable<SheetRow>;
  /** Gives back temporary files and handles. */
  close(): Promise<void>;
}

/** How the cells of a column are written. Phones, identity and order numbers are text: Excel rounds them. */
export type ColumnKind = 'text' | 'number' | 'date' | 'phone';

export type SheetCell = string | number | null;

export interface WrittenColumn {
  header: string;
  /** In characters of the standard font; a Chinese character takes two. */
  width: number;
  kind: ColumnKind;
}

/** A row, and which of its cells are at fault (shown red) in a result file. */
export interface WrittenRow {
  cells: readonly SheetCell[];
  faults?: ReadonlySet<number>;
}
