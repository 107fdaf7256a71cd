// The register as a sheet, in the order of the list page.
import type { z } from 'zod';
import { areaFilter } from '#contract/territory/endpoints.ts';
import { type AreaListColumn, areaListColumns, areaSheetWords } from '#contract/territory/sheet.ts';
import { areaKindWords, levelWords } from '#contract/territory/words.ts';
import type { Context } from '#kernel/context.ts';
import type { ExportDefinition } from '#kernel/exports/definition.ts';
import { areasWith } from '#kernel/scope.ts';
import type { ColumnKind, SheetCell } from '#kernel/sheets/sheet.ts';
import { codesOf } from './rules.ts';
import { readableArea } from './service/read.ts';
import { type AreaRow, areasWithCodes, listAreas, listGridTypes } from './store/areas.ts';

const rowsPerRead = 500;
// Codes are text: Excel rounds fifteen digits.
const kinds: Partial<Record<AreaListColumn, ColumnKind>> = { code: 'phone', households: 'number' };

export const areasOut: ExportDefinition<z.output<typeof areaFilter>> = {
  name: 'areas',
  title: areaSheetWords.title,
  permission: 'area.read',
  columns: (Object.keys(areaListColumns) as AreaListColumn[]).map((key) => ({
    key,
    header: areaListColumns[key].label,
    width: areaListColumns[key].width,
    kind: kinds[key] ?? 'text',
  })),
  filter: areaFilter,
  async *rows(context, filter) {
    const below = filter.areaId ? (await readableArea(context, filter.areaId)).path : undefined;
    const paths = areasWith(context.actor, 'area.read');
    const types = new Map((await listGridTypes(context)).map((type) => [type.code, type.label]));
    let afterPath: string | null = null;
    do {
      const rows: AreaRow[] = await listAreas(
        context,
        { ...filter, below, paths },
        { afterPath, limit: rowsPerRead },
      );
      const names = await namesAbove(context, rows);
      for (const row of rows) yield cells(row, names, types);
      afterPath = rows.length === rowsPerRead ? (rows.at(-1)?.path ?? null) : null;
    } while (afterPath !== null);
  },
};

function cells(
  row: AreaRow,
  names: ReadonlyMap<string, string>,
  types: ReadonlyMap<string, string>,
): Record<AreaListColumn, SheetCell> {
  return {
    level: row.kind ? areaKindWords[row.kind] : levelWords[row.level],
    name: row.name,
    code: row.code,
    place: codesOf(row.path)
      .slice(1, -1)
      .flatMap((code) => names.get(code) ?? [])
      .join(' '),
    gridType: types.get(row.grid_type ?? '') ?? null,
    households: row.households_declared,
    aliases: row.aliases.join('、'),
    validFrom: row.valid_from,
    validTo: row.valid_to,
  };
}

async function namesAbove(context: Context, rows: readonly AreaRow[]): Promise<Map<string, string>> {
  const codes = new Set(rows.flatMap((row) => codesOf(row.path).slice(1, -1)));
  return new Map((await areasWithCodes(context, [...codes])).map((area) => [area.code, area.name]));
}
