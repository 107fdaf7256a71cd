import type { z } from 'zod';
import type {
  auditFilter,
  getAuditEvent as getEndpoint,
  listAuditHeads as headsEndpoint,
  listAuditEvents as listEndpoint,
} from '#contract/audit/endpoints.ts';
import type { AuditEventDetail } from '#contract/audit/records.ts';
import { id } from '#contract/common.ts';
import type { InputOf, OutputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { cutPage, exactTotal } from '#kernel/cursor.ts';
import { Problem } from '#kernel/problem.ts';
import { accountNames } from '#modules/identity/index.ts';
import { mayReadEvent } from '../policy.ts';
import { countEvents, type EventRow, findEventRow, listEventRows } from '../store/events.ts';
import { countHeads, listHeadRows } from '../store/heads.ts';
import { viewEvent, viewEventDetail } from '../view.ts';

export async function listAuditEvents(
  context: Context,
  input: InputOf<typeof listEndpoint>,
): Promise<OutputOf<typeof listEndpoint>> {
  requirePeriod(input);
  const rows = await listEventRows(context, input, input);
  const page = cutPage(rows, input.limit, (row) => [row.at, row.id]);
  const accounts = await accountsOf(context, page.rows);
  return {
    items: page.rows.map((row) => viewEvent(row, accounts)),
    nextCursor: page.nextCursor,
    total: exactTotal(await countEvents(context, input)),
  };
}

/** @throws Problem 404 `input.id_unknown`, 403 `audit.outside_your_area` */
export async function getAuditEvent(
  context: Context,
  input: InputOf<typeof getEndpoint>,
): Promise<AuditEventDetail> {
  const row = await findEventRow(context, input.eventId);
  if (!row) throw new Problem('input.id_unknown', 404);
  if (!mayReadEvent(context.actor, context.streetId, row.area_path))
    throw new Problem('audit.outside_your_area', 403);
  return viewEventDetail(context, row, await accountsOf(context, [row]));
}

/** Signing in has no actor yet: whose account it was stands in the subject. */
async function accountsOf(context: Context, rows: readonly EventRow[]) {
  const ids = rows.filter((row) => row.subject_module === 'identity').map((row) => row.subject_id);
  return await accountNames(context, ids.filter(isId));
}

const isId = (text: string): boolean => id.safeParse(text).success;

export async function listAuditHeads(
  context: Context,
  input: InputOf<typeof headsEndpoint>,
): Promise<OutputOf<typeof headsEndpoint>> {
  const rows = await listHeadRows(context, input);
  const page = cutPage(rows, input.limit, (row) => [row.day]);
  return {
    items: page.rows.map((row) => ({
      day: row.day,
      seq: row.seq,
      hash: row.hash,
      publishedAt: row.published_at,
    })),
    nextCursor: page.nextCursor,
    total: exactTotal(await countHeads(context)),
  };
}

/** @throws Problem 400 `audit.period` */
export function requirePeriod({ from, to }: z.output<typeof auditFilter>): void {
  if (from && to && from > to) throw new Problem('audit.period', 400, { from, to });
}
