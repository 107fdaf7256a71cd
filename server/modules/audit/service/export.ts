import { Readable } from 'node:stream';
import type { exportTrail as exportEndpoint } from '#contract/audit/endpoints.ts';
import { trailExported } from '#contract/audit/events.ts';
import { eventSentence } from '#contract/audit/sentences.ts';
import { auditColumns, auditExportTitle } from '#contract/audit/words.ts';
import type { InputOf } from '#contract/define.ts';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { cutPage } from '#kernel/cursor.ts';
import type { Download } from '#kernel/module.ts';
import { csvLine } from '../rules.ts';
import { type EventFilter, type EventRow, listEventRows } from '../store/events.ts';
import { requirePeriod } from './read.ts';

const rowsPerRead = 1000;

/** Streams the filtered trail; a million lines pass through in pages, never all at once. */
export async function exportTrail(
  context: Context,
  input: InputOf<typeof exportEndpoint>,
): Promise<Download> {
  const { reason, ...filter } = input;
  requirePeriod(filter);
  await context.emit({
    name: trailExported.name,
    subject: { module: 'audit', id: String(context.streetId) },
    data: { reason, filter },
  });
  return {
    contentType: 'text/csv; charset=utf-8',
    fileName: `${auditExportTitle}-${dayOf(context.now)}.csv`,
    body: Readable.from(lines(context, filter)),
  };
}

/** Excel takes a CSV for UTF-8 only by this mark. */
const byteOrderMark = '\uFEFF';

async function* lines(context: Context, filter: EventFilter): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(Object.values(auditColumns));
  let cursor: string | undefined;
  do {
    const rows = await listEventRows(context, filter, { cursor, limit: rowsPerRead });
    const page = cutPage(rows, rowsPerRead, (row) => [row.at, row.id]);
    if (page.rows.length > 0) yield page.rows.map((row) => csvLine(cells(row))).join('');
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
}

function cells(row: EventRow): (string | number | null)[] {
  const byColumn: Record<keyof typeof auditColumns, string | number | null> = {
    seq: row.seq,
    at: row.at,
    actor: row.actor_name,
    actingRole: row.acting_role,
    what: eventSentence(row.name),
    name: row.name,
    module: row.subject_module,
    subjectId: row.subject_id,
    from: row.from_state,
    to: row.to_state,
    areaPath: row.area_path,
    data: JSON.stringify(row.data),
    payloadHash: row.payload_hash,
    hash: row.hash,
  };
  return (Object.keys(auditColumns) as (keyof typeof auditColumns)[]).map((key) => byColumn[key]);
}
