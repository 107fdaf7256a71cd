// The statement of one account as a sheet.
import { z } from 'zod';
import { id } from '#contract/common.ts';
import {
  pointSourceLabels,
  statementColumns,
  statementTitle,
  transferKindLabels,
} from '#contract/points/words.ts';
import type { ExportDefinition } from '#kernel/exports/definition.ts';
import { statementOf } from './service/mine.ts';
import { readableAccount } from './service/owners.ts';

const statementFilter = z.object({ accountId: id });
const rowsPerRead = 500;

const columns = [
  { key: 'at', width: 20, kind: 'text' },
  { key: 'kind', width: 14, kind: 'text' },
  { key: 'title', width: 40, kind: 'text' },
  { key: 'amount', width: 10, kind: 'number' },
  { key: 'balance', width: 10, kind: 'number' },
] as const;

export const statementOut: ExportDefinition<z.output<typeof statementFilter>> = {
  name: 'points_statement',
  title: statementTitle,
  permission: 'points.read',
  columns: columns.map((column) => ({ ...column, header: statementColumns[column.key] })),
  filter: statementFilter,
  async *rows(context, { accountId }) {
    await readableAccount(context, accountId);
    let cursor: string | undefined;
    do {
      const page = await statementOf(context, accountId, { cursor, limit: rowsPerRead });
      for (const line of page.items)
        yield {
          at: line.at.slice(0, 16).replace('T', ' '),
          kind: transferKindLabels[line.kind] ?? line.kind,
          title: line.title ?? line.counterpart ?? (line.source ? pointSourceLabels[line.source] : null),
          amount: line.amount,
          balance: line.balance,
        };
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
  },
};
