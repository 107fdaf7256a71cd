import type { z } from 'zod';
import type { Permission } from '#contract/permissions.ts';
import type { Context } from '#kernel/context.ts';
import type { ColumnKind, SheetCell } from '#kernel/sheets/sheet.ts';

export interface ExportColumn {
  key: string;
  header: string;
  /** In characters of the standard font; a Chinese character takes two. */
  width: number;
  kind: ColumnKind;
}

export interface ExportOptions {
  /** True: personal fields leave the module masked. False only after approval. */
  masked: boolean;
}

/** What a module says so that its register can be exported. */
export interface ExportDefinition<Filter = unknown> {
  /** The register, `households`. */
  name: string;
  /** Its name for people: the title of the sheet. */
  title: string;
  /** What it is filtered by stands under the title too, as the ledgers of the office have it. */
  filterInHeading?: boolean;
  /** Needed beside `data.export`; the rows are those the requester may see by it. */
  permission: Permission;
  columns: readonly ExportColumn[];
  /** What the list page can filter by. */
  filter: z.ZodType<Filter>;
  /**
   * Rows by column key, in the order of the list page, read page by page: the caller draws them only as
   * fast as they are written. `context.db` is no transaction.
   */
  rows(
    context: Context,
    filter: Filter,
    options: ExportOptions,
  ): AsyncIterable<Readonly<Record<string, SheetCell>>>;
}
