import { exportSheetWords as words } from '#contract/exports/words.ts';
import type { Context } from '#kernel/context.ts';
import type { Download } from '#kernel/module.ts';
import { Problem } from '#kernel/problem.ts';
import { shanghaiMinute, xlsxType } from '#kernel/sheets/shanghai.ts';
import type { WrittenRow } from '#kernel/sheets/sheet.ts';
import { sheetStream } from '#kernel/sheets/write.ts';
import { fill } from '#kernel/words.ts';
import type { ExportDefinition } from './definition.ts';
import { isRequester } from './policy.ts';
import type { ExportRegisters } from './registers.ts';
import { ticketDigest } from './service.ts';
import { type ExportRow, findExport } from './store.ts';

/** The workbook, drawn from the database as fast as the requester takes it. */
export async function readExport(
  context: Context,
  registers: ExportRegisters,
  { exportId, ticket }: { exportId: string; ticket: string },
): Promise<Download> {
  const row = await findExport(context, exportId);
  if (!row || !isRequester(context.actor, row)) throw new Problem('export.not_found', 404);
  const definition = registers.allowed(context, row.register);
  const valid = row.ticket_until !== null && row.ticket_until > context.now.toISOString();
  if (!valid || row.ticket_digest !== ticketDigest(context, ticket))
    throw new Problem('export.ticket_invalid', 403);

  const day = shanghaiMinute(context.now).slice(0, 10);
  const body = sheetStream({
    title: definition.title,
    organisation: headingOf(context, definition, row),
    madeOn: day,
    columns: definition.columns,
    rows: sheetRows(context, definition, row),
    footer: fill(words.footer, { filter: row.filter_text || words.all, reason: row.reason }),
    watermark: watermarkOf(context, row),
    pageNumber: words.pageNumber,
  });
  return { contentType: xlsxType, fileName: `${definition.title}-${day}.xlsx`, body };
}

function headingOf({ street }: Context, { filterInHeading }: ExportDefinition, row: ExportRow): string {
  const unit = fill(words.unit, { organisation: street.name });
  return filterInHeading ? unit + fill(words.heading, { filter: row.filter_text || words.all }) : unit;
}

function watermarkOf({ actor, now }: Context, row: ExportRow): string {
  const facts = { name: actor.displayName, time: shanghaiMinute(now), approver: row.decided_by_name };
  return fill(row.masked ? words.watermarkMasked : words.watermarkPlain, facts);
}

async function* sheetRows(
  context: Context,
  definition: ExportDefinition,
  row: ExportRow,
): AsyncGenerator<WrittenRow> {
  const filter = definition.filter.parse(row.filter);
  for await (const record of definition.rows(context, filter, { masked: row.masked })) {
    yield { cells: definition.columns.map(({ key }) => record[key] ?? null) };
  }
}
