// The register of cases and the five ledgers as sheets, read page by page.
import type { z } from 'zod';
import { caseFilter } from '#contract/cases/endpoints.ts';
import { type Ledger, ledgerFilter, ledgers } from '#contract/cases/ledgers/endpoints.ts';
import {
  fixedColumns,
  type LedgerColumn,
  ledgerColumns,
  ledgerLabels,
  registerColumns,
  registerTitle,
} from '#contract/cases/ledgers/words.ts';
import type { ExportColumn, ExportDefinition } from '#kernel/exports/definition.ts';
import { ledgerPage } from '../service/ledgers.ts';
import { registerPage } from '../service/register.ts';

const rowsPerRead = 200;

/** Numbers of orders and of phones are text: a spreadsheet would round them. */
const asText: readonly string[] = ['number', 'externalNumber', 'phone', 'digest'];

const columnOf = ({ key, header, width }: LedgerColumn): ExportColumn => ({
  key,
  header,
  width,
  kind: asText.includes(key) ? 'phone' : 'text',
});

const ledgerOut = (ledger: Ledger): ExportDefinition<z.output<typeof ledgerFilter>> => ({
  name: `case_${ledger}_ledger`,
  title: ledgerLabels[ledger],
  permission: 'case.read',
  filterInHeading: true,
  columns: [...fixedColumns, ...ledgerColumns[ledger]].map(columnOf),
  filter: ledgerFilter,
  async *rows(context, filter, { masked }) {
    let cursor: string | undefined;
    do {
      const page = await ledgerPage(context, ledger, filter, { cursor, limit: rowsPerRead }, masked);
      for (const { cells } of page.rows) yield cells;
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
  },
});

const casesOut: ExportDefinition<z.output<typeof caseFilter>> = {
  name: 'cases',
  title: registerTitle,
  permission: 'case.read',
  filterInHeading: true,
  columns: registerColumns.map(columnOf),
  filter: caseFilter,
  async *rows(context, filter, { masked }) {
    let cursor: string | undefined;
    do {
      const page = await registerPage(context, { ...filter, cursor, limit: rowsPerRead }, masked);
      yield* page.rows;
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
  },
};

export const casesExports: readonly ExportDefinition[] = [casesOut, ...ledgers.map(ledgerOut)].map(
  (definition) => definition as ExportDefinition,
);
