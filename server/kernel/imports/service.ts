import type { InputOf } from '#contract/define.ts';
import type { previewImport as previewEndpoint } from '#contract/imports/endpoints.ts';
import { importStarted, importStopped } from '#contract/imports/events.ts';
import type { ImportPreview, ImportRecord } from '#contract/imports/records.ts';
import type { Context } from '#kernel/context.ts';
import type { Upload } from '#kernel/module.ts';
import { openSheet } from '#kernel/sheets/open.ts';
import { noCounts, previewRows } from './preview.ts';
import { propose } from './proposal.ts';
import { readImport } from './read.ts';
import type { Registers } from './registers.ts';
import { keepSource, sourceKey } from './source.ts';
import { requireStep, takeStep } from './steps.ts';
import { changeImport, getImport, insertImport, lockImport, rememberMapping } from './store.ts';
import { viewImport } from './view.ts';

export async function uploadImport(
  context: Context,
  registers: Registers,
  input: { register: string; file: Upload },
): Promise<ImportRecord> {
  const definition = registers.allowed(context, input.register);
  const { file } = input;

  const opened = await openSheet(file.path, file.fileName);
  try {
    const proposal = await propose(context, definition, opened, 0);
    const id = context.newId();
    const key = sourceKey(context.streetId, id);
    await keepSource(context.services, key, file.path);
    await insertImport(context, {
      id,
      register: definition.name,
      file_name: file.fileName.slice(0, 200),
      file_digest: file.digest,
      file_key: key,
      mode: 'add_and_update',
      sheets: [...opened.sheets],
      ...proposal,
      next_row: 0,
      ...noCounts(),
      fault: null,
      lease_token: null,
      lease_until: null,
      area_path: context.acting?.areaPath ?? '',
      uploaded_by: context.actor.accountId ?? '',
      uploaded_by_name: context.actor.displayName,
      uploaded_at: context.now.toISOString(),
      finished_at: null,
      version: 1,
    });
    return await viewImport(context, definition, await getImport(context, id));
  } finally {
    await opened.close();
  }
}

export async function preview(
  context: Context,
  registers: Registers,
  input: InputOf<typeof previewEndpoint>,
): Promise<ImportPreview> {
  const { row, definition } = await takeStep(context, registers, input, 'preview');

  const { rowsTotal, ...shown } = await previewRows(context, definition, row);

  await changeImport(context, row.id, { status: 'previewed', rows_total: rowsTotal });
  return { import: await readImport(context, registers, { importId: row.id }), ...shown };
}

/** Hands the import to the runner, with the posts that the person holds now; remembers the mapping. */
export async function startImport(
  context: Context,
  registers: Registers,
  input: { importId: string; version: number },
): Promise<ImportRecord> {
  const { row } = await takeStep(context, registers, input, 'run');
  const { accountId, personId, displayName, posts } = context.actor;

  await changeImport(context, row.id, {
    status: 'running',
    fault: null,
    actor: { accountId: accountId ?? '', personId, displayName, posts, acting: context.acting },
    lease_token: null,
    lease_until: null,
  });
  await rememberMapping(context, row.register, row.header_digest, row.mapping);
  await context.emit({
    name: importStarted.name,
    subject: { module: 'imports', id: row.id },
    from: row.status,
    to: 'running',
    data: { register: row.register, nextRow: row.next_row },
    areaPath: row.area_path,
  });
  return await readImport(context, registers, { importId: row.id });
}

export async function stopImport(context: Context, registers: Registers, { importId }: { importId: string }) {
  const row = await lockImport(context, importId);
  requireStep(context, registers.get(row.register), row, 'stop');

  await changeImport(context, row.id, { status: 'stopped', lease_token: null, lease_until: null });
  await context.emit({
    name: importStopped.name,
    subject: { module: 'imports', id: row.id },
    from: 'running',
    to: 'stopped',
    data: { register: row.register, nextRow: row.next_row },
    areaPath: row.area_path,
  });
  return await readImport(context, registers, { importId });
}
