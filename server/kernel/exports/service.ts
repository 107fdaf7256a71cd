import { randomBytes } from 'node:crypto';
import type { InputOf } from '#contract/define.ts';
import type * as endpoints from '#contract/exports/endpoints.ts';
import { exportDecided, exportDownloaded, exportMade } from '#contract/exports/events.ts';
import type { ExportRecord } from '#contract/exports/records.ts';
import type { Context } from '#kernel/context.ts';
import { cutPage, exactTotal } from '#kernel/cursor.ts';
import { Problem } from '#kernel/problem.ts';
import { shanghaiMinute } from '#kernel/sheets/shanghai.ts';
import { isRequester, mayConsent } from './policy.ts';
import type { ExportRegisters } from './registers.ts';
import { afterDownload, mayDecide, mayDownload, openHours, ticketMinutes } from './rules.ts';
import {
  changeExport,
  countExportsToDecide,
  countOwnExports,
  type ExportRow,
  findExport,
  findExportToChange,
  insertExport,
  listExportsToDecide,
  listOwnExports,
} from './store.ts';
import { viewExport } from './view.ts';

const hourMs = 3_600_000;

export async function requestExport(
  context: Context,
  registers: ExportRegisters,
  input: InputOf<typeof endpoints.requestExport>,
): Promise<ExportRecord> {
  const definition = registers.allowed(context, input.register);
  const filter = definition.filter.safeParse(input.filter);
  if (!filter.success) throw new Problem('export.filter_invalid', 400);

  const { actor, acting, now } = context;
  const id = context.newId();
  await insertExport(context, {
    id,
    register: definition.name,
    filter: JSON.stringify(input.filter),
    filter_text: input.filterText,
    reason: input.reason,
    masked: input.masked,
    status: input.masked ? 'ready' : 'waiting',
    area_path: acting?.areaPath ?? '',
    requested_by: actor.accountId ?? '',
    requested_by_name: actor.displayName,
    requested_by_role: acting?.role ?? '',
    requested_at: now,
    expires_at: input.masked ? new Date(now.getTime() + openHours * hourMs) : null,
    version: 1,
  });
  await announce(context, exportMade.name, await readRow(context, id), {
    reason: input.reason,
    filterText: input.filterText,
  });
  return viewExport(context, definition, await readRow(context, id));
}

export async function readOwnExports(
  context: Context,
  registers: ExportRegisters,
  { status, ...paging }: InputOf<typeof endpoints.listExports>,
) {
  const rows = await listOwnExports(context, { status, ...paging });
  return viewPage(context, registers, paging.limit, rows, await countOwnExports(context, { status }));
}

export async function readExportsToDecide(
  context: Context,
  registers: ExportRegisters,
  { decided, ...paging }: InputOf<typeof endpoints.listExportsToDecide>,
) {
  const filter = { decided: decided === 'yes' };
  const rows = await listExportsToDecide(context, { ...filter, ...paging });
  return viewPage(context, registers, paging.limit, rows, await countExportsToDecide(context, filter));
}

function viewPage(
  context: Context,
  registers: ExportRegisters,
  limit: number,
  read: readonly ExportRow[],
  counted: number,
) {
  const { rows, nextCursor } = cutPage(read, limit, ({ id }) => [id]);
  const items = rows.map((row) => viewExport(context, registers.get(row.register), row));
  return { items, nextCursor, total: exactTotal(counted) };
}

export async function decideExport(
  context: Context,
  registers: ExportRegisters,
  input: InputOf<typeof endpoints.decideExport>,
): Promise<ExportRecord> {
  const row = await lockRow(context, input.exportId);
  const consent = mayConsent(context.actor, row);
  // Whoever may not decide here learns nothing about it, except about the own request.
  if (consent === 'export.outside_your_area') throw new Problem('export.not_found', 404);
  if (consent !== true) throw new Problem(consent, 403);
  const decidable = mayDecide(row);
  if (decidable !== true) throw new Problem(decidable, 409, { status: row.status });
  if (row.version !== input.version) throw new Problem('version.stale', 409, { version: row.version });

  await changeExport(context, row.id, {
    status: input.approve ? 'approved' : 'refused',
    decided_by: context.actor.accountId,
    decided_by_name: context.actor.displayName,
    decided_at: context.now,
    decision_reason: input.reason,
    expires_at: input.approve ? new Date(context.now.getTime() + openHours * hourMs) : null,
  });
  await announce(context, exportDecided.name, row, {
    approved: input.approve,
    reason: input.reason,
    requestedBy: row.requested_by,
  });
  return viewExport(context, registers.get(row.register), await readRow(context, row.id));
}

/** Uses the download up and answers a ticket for it, so that the browser itself can fetch the file. */
export async function openDownload(
  context: Context,
  registers: ExportRegisters,
  { exportId }: { exportId: string },
): Promise<{ ticket: string; until: string }> {
  const row = await lockRow(context, exportId);
  if (!isRequester(context.actor, row)) throw new Problem('export.not_found', 404);
  registers.allowed(context, row.register);
  const downloadable = mayDownload(row, context.now);
  if (downloadable !== true) throw new Problem(downloadable, 409, refusalDetails(row));

  const ticket = randomBytes(24).toString('base64url');
  const until = new Date(context.now.getTime() + ticketMinutes * 60_000);
  await changeExport(context, row.id, {
    status: afterDownload(row),
    downloaded_at: context.now,
    ticket_digest: ticketDigest(context, ticket),
    ticket_until: until,
  });
  await announce(context, exportDownloaded.name, row, {});
  return { ticket, until: until.toISOString() };
}

export const ticketDigest = ({ services }: Context, ticket: string) =>
  services.crypto.sign('export-ticket', ticket);

const refusalDetails = (row: ExportRow) => ({
  decisionReason: row.decision_reason,
  time: row.downloaded_at === null ? '' : shanghaiMinute(new Date(row.downloaded_at)),
});

async function readRow(context: Context, exportId: string): Promise<ExportRow> {
  return found(await findExport(context, exportId));
}

async function lockRow(context: Context, exportId: string): Promise<ExportRow> {
  return found(await findExportToChange(context, exportId));
}

function found(row: ExportRow | undefined): ExportRow {
  if (!row) throw new Problem('export.not_found', 404);
  return row;
}

async function announce(
  context: Context,
  name: string,
  row: ExportRow,
  data: Record<string, unknown>,
): Promise<void> {
  await context.emit({
    name,
    subject: { module: 'exports', id: row.id },
    data: { register: row.register, masked: row.masked, ...data },
    areaPath: row.area_path,
  });
}
