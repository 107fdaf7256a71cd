import type { z } from 'zod';
import type { ImportMode } from '#contract/imports/records.ts';
import type { Permission } from '#contract/permissions.ts';
import type { Context } from '#kernel/context.ts';
import type { KnownColumn } from '#kernel/sheets/header.ts';

/**
 * How the text of a cell is read before the schema sees it: `digits` for phones, identity and order numbers,
 * `day` and `instant` as `yyyy-mm-dd` and `yyyy-mm-dd hh:mm:ss` in Asia/Shanghai.
 */
export type CellKind = 'text' | 'digits' | 'day' | 'instant' | 'number';

export interface ImportColumn extends KnownColumn {
  kind: CellKind;
  /** Stands under the header of the template. */
  explanation: string;
  /** Words that people write → the value the schema takes. */
  options?: Readonly<Record<string, string>>;
  /** Shown masked in the preview to viewers without `person.reveal`. */
  mask?: 'name' | 'phone' | 'id_number' | 'address';
}

export type ImportOutcome = 'created' | 'updated' | 'unchanged';

/**
 * What a module says so that its register can be imported. One row is one record; the kernel reads the
 * file, keeps the batches and reports, the module decides what a row means.
 */
export interface ImportDefinition<Row = unknown> {
  /** The register, `households`; also part of the address. */
  name: string;
  /** Its name for people. */
  title: string;
  /** Needed beside `data.import`. */
  permission: Permission;
  columns: readonly ImportColumn[];
  /** True: columns that nothing is mapped to reach the schema as `others`, header → cell; nothing is dropped. */
  keepsOthers?: true;
  /** A line below the table, such as totals or who printed it, by its mapped cells: passed over, not refused. */
  isRemark?(cells: Readonly<Record<string, string>>): boolean;
  /**
   * Takes `{ [column.key]: string | number }`; blank cells are absent. A message that is a code
   * (`household.room_invalid`) is shown with its sentence from the words file of the module.
   */
  schema: z.ZodType<Row>;
  /** Tells a row apart inside one file, normalized; null where rows cannot repeat each other. */
  keyOf(row: Row): string | null;
  /**
   * Writes one row as the person who imports, within the areas of the context, and says what became of it.
   * Must be `unchanged` and write nothing where the record is already so: that makes a repeated import
   * harmless. A `Problem` refuses this row only; its detail `column` may name the column at fault. Nothing
   * may be remembered between rows outside the database: rows are tried and taken back.
   */
  save(context: Context, row: Row, options: SaveOptions): Promise<ImportOutcome>;
  /** The same for up to 200 rows in few statements, in their order. When it throws, `save` runs row by row. */
  saveBatch?(context: Context, rows: readonly Row[], options: SaveOptions): Promise<ImportOutcome[]>;
}

export interface SaveOptions {
  mode: ImportMode;
}
