import type { InputOf } from '#contract/define.ts';
import type {
  listImports as listImportsEndpoint,
  previewImport as previewEndpoint,
  setMapping as setMappingEndpoint,
} from '#contract/imports/endpoints.ts';
import { importStarted, importStopped } from '#contract/imports/events.ts';
import type { ImportPreview, ImportRecord } from '#contract/imports/records.ts';
import type { Context } from '#kernel/context.ts';
import { cutPage, decodeCursor, exactTotal } from '#kernel/cursor.ts';
import type { Upload } from '#kernel/module.ts';
import { Problem } from '#kernel/problem.ts';
import { type DetectedHeader, detectHeader, headerAt } from '#kernel/sheets/header.ts';
import { openSheet } from '#kernel/sheets/open.ts';
import type { OpenedSheet, SheetRow } from '#kernel/sheets/sheet.ts';
import type { ImportDefinition } from './definition.ts';
import { noCounts, previewRows } from './preview.ts';
import type { Registers } from './registers.ts';
import { keepSource, openSource, sourceKey } from './source.ts';
import {
  changeImport,
  countImports,
  findMapping,
  getImport,
  type ImportRow,
  insertImport,
  listImports,
  lockImport,
  rememberMapping,
} from './store.ts';
import { canDo, missingColumns, viewImport } from './view.ts';

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

/** The wizard's own guess for a sheet: which row is the header, what the columns are. */
async function propose(
  context: Context,
  definition: ImportDefinition,
  opened: OpenedSheet,
  sheet: number,
  headerRow?: number,
) {
  const rows = await firstRows(opened, sheet, headerRow);
  const chosen = rows.find(({ number }) => number === headerRow);
  const found =
    headerRow === undefined
      ? detectHeader(rows, definition.columns)
      : chosen && headerAt(chosen, definition.columns);
  const remembered = found ? await findMapping(context, definition.name, found.digest) : null;
  const mapping = remembered ?? found?.mapping ?? {};
  return {
    sheet,
    header_row: found?.rowNumber ?? null,
    headers: found?.headers ?? [],
    header_digest: found?.digest ?? '',
    mapping,
    remembered: remembered !== null,
    rows_total: null,
    status: isComplete(definition, found ?? null, mapping) ? ('mapped' as const) : ('uploaded' as const),
  };
}

const isComplete = (
  definition: ImportDefinition,
  found: DetectedHeader | null,
  mapping: Record<string, number>,
) => found !== null && missingColumns(definition, mapping).length === 0;

/** The first ten rows, and those up to a header that a person has pointed at. */
async function firstRows(opened: OpenedSheet, sheet: number, upTo = 0): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of opened.rows(sheet)) {
    rows.push(row);
    if (rows.length >= 10 && row.number >= upTo) break;
    if (rows.length >= 200) break;
  }
  if (rows.length === 0) throw new Problem('sheet.empty', 422);
  return rows;
}

export async function readImport(
  context: Context,
  registers: Registers,
  { importId }: { importId: string },
): Promise<ImportRecord> {
  const row = await getImport(context, importId);
  return await viewImport(context, registers.get(row.register), row);
}

export async function readImports(
  context: Context,
  registers: Registers,
  { register, status, cursor, limit }: InputOf<typeof listImportsEndpoint>,
) {
  const [before] = decodeCursor(cursor, 1) ?? [];
  const read = await listImports(context, {
    register,
    status,
    before: before ? String(before) : undefined,
    limit: limit + 1,
  });
  const { rows, nextCursor } = cutPage(read, limit, ({ id }) => [id]);
  const items = await Promise.all(rows.map((row) => viewImport(context, registers.get(row.register), row)));
  return { items, nextCursor, total: exactTotal(await countImports(context, { register, status })) };
}

/** Headers with their first values, for the uploader who has just chosen the file. */
export async function readColumns(
  context: Context,
  registers: Registers,
  { importId }: { importId: string },
) {
  const row = await getImport(context, importId);
  requireStep(context, registers.get(row.register), row, 'map');
  const opened = await openSource(context.services, row.file_key, row.file_name);
  try {
    const samples: string[][] = row.headers.map(() => []);
    for await (const { number, cells } of opened.rows(row.sheet)) {
      if (number <= (row.header_row ?? 0)) continue;
      cells.forEach((cell, column) => {
        if (cell !== '') samples[column]?.push(cell.slice(0, 60));
      });
      if (number > (row.header_row ?? 0) + 3) break;
    }
    const items = row.headers.map((header, column) => ({
      column,
      header,
      samples: (samples[column] ?? []).slice(0, 3),
    }));
    return { items: items.filter(({ header, samples }) => header !== '' || samples.length > 0) };
  } finally {
    await opened.close();
  }
}

export async function mapImport(
  context: Context,
  registers: Registers,
  input: InputOf<typeof setMappingEndpoint>,
): Promise<ImportRecord> {
  const { row, definition } = await takeStep(context, registers, input, 'map');

  const moved =
    input.sheet !== row.sheet || (input.headerRow !== undefined && input.headerRow !== row.header_row);
  const proposal = moved || !input.mapping ? await proposeAgain(context, definition, row, input) : null;
  const headers = proposal?.headers ?? row.headers;
  const mapping = input.mapping
    ? checkMapping(definition, headers, input.mapping)
    : (proposal?.mapping ?? row.mapping);
  const hasHeader = (proposal ? proposal.header_row : row.header_row) !== null;

  await changeImport(context, row.id, {
    ...proposal,
    mapping,
    mode: input.mode,
    rows_total: null,
    status: hasHeader && missingColumns(definition, mapping).length === 0 ? 'mapped' : 'uploaded',
  });
  return await readImport(context, registers, { importId: row.id });
}

async function proposeAgain(
  context: Context,
  definition: ImportDefinition,
  row: ImportRow,
  { sheet, headerRow }: { sheet: number; headerRow?: number | undefined },
) {
  const opened = await openSource(context.services, row.file_key, row.file_name);
  try {
    return await propose(context, definition, opened, sheet, headerRow);
  } finally {
    await opened.close();
  }
}

function checkMapping(
  definition: ImportDefinition,
  headers: readonly string[],
  mapping: Record<string, number>,
) {
  const known = new Set(definition.columns.map(({ key }) => key));
  const entries = Object.entries(mapping).filter(([key]) => known.has(key));
  const places = entries.map(([, place]) => place);
  if (new Set(places).size < places.length) throw new Problem('import.column_twice', 422);
  const outside = places.find((place) => place >= headers.length);
  if (outside !== undefined) throw new Problem('import.unknown_column', 422, { column: outside + 1 });
  return Object.fromEntries(entries);
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

type Step = keyof ReturnType<typeof canDo>;

/** The import, locked, with every right and its version checked. */
async function takeStep(
  context: Context,
  registers: Registers,
  input: { importId: string; version: number },
  step: Step,
): Promise<{ row: ImportRow; definition: ImportDefinition }> {
  const row = await lockImport(context, input.importId);
  const definition = registers.allowed(context, row.register);
  requireStep(context, definition, row, step);
  if (row.version !== input.version) throw new Problem('version.stale', 409, { version: row.version });
  return { row, definition };
}

export function requireStep(
  context: Context,
  definition: ImportDefinition,
  row: ImportRow,
  step: Step,
): void {
  const answer = canDo(context, definition, row)[step];
  if (answer === true) return;
  const labels = missingColumns(definition, row.mapping).map(({ label }) => label);
  const status = answer === 'import.not_yours' ? 403 : 409;
  throw new Problem(String(answer), status, {
    byName: row.uploaded_by_name,
    labels: labels.join(' '),
    status: row.status,
  });
}
