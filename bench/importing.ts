// The import wizard as an office uses it: drop the file, take the mapping it found, look, run, wait.
import { randomUUID } from 'node:crypto';
import type { ImportRecord } from '#contract/imports/records.ts';
import type { BenchServer } from './server.ts';

export interface Imported {
  perSecond: number;
  /** Highest resident memory of the server while it ran, MB. */
  mb: number;
  counts: ImportRecord['counts'];
}

const secondsMax = 1800;

export async function importSheet(
  server: BenchServer,
  token: string,
  register: string,
  lines: Iterable<string>,
  progress: (line: string) => void,
): Promise<Imported> {
  const form = new FormData();
  form.append('file', new Blob([...lines], { type: 'text/csv' }), `${register}.csv`);
  const call = async (path: string, init: RequestInit = {}): Promise<ImportRecord> => {
    const answer = await fetch(`${server.url}/api/imports${path}`, {
      ...init,
      headers: { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID(), ...init.headers },
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    const body = (await answer.json()) as ImportRecord | { import: ImportRecord };
    return 'import' in body ? body.import : body;
  };
  const post = (path: string, body: unknown) =>
    call(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  let record = await call(`/registers/${register}/files`, { method: 'POST', body: form });
  const { importId, sheet, mapping, mode, headerRow } = record;
  record = await post(`/${importId}/mapping`, {
    sheet,
    headerRow: headerRow ?? 1,
    mapping,
    mode,
    version: record.version,
  });
  record = await post(`/${importId}/preview`, { version: record.version });
  const started = performance.now();
  record = await post(`/${importId}/run`, { version: record.version });
  let mb = 0;
  while (record.status === 'running') {
    if (performance.now() - started > secondsMax * 1000)
      throw new Error(`The import took over ${secondsMax} s.`);
    await new Promise((resolve) => setTimeout(resolve, 500));
    mb = Math.max(mb, await server.residentMb());
    record = await call(`/${importId}`);
    progress(`${record.rowsDone} of ${record.rowsTotal} rows, ${mb.toFixed(0)} MB`);
  }
  const { counts } = record;
  if (record.status !== 'finished' || counts.failed > 0)
    throw new Error(`The import ended ${record.status}: ${JSON.stringify(counts)}`);
  const seconds = (performance.now() - started) / 1000;
  return { perSecond: record.rowsDone / seconds, mb, counts };
}
