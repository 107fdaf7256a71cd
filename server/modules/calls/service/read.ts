import type { getCall, listCalls, listComing } from '#contract/calls/endpoints.ts';
import type { CallRecord } from '#contract/calls/records.ts';
import type { InputOf, OutputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { cutPage, totalOf } from '#kernel/cursor.ts';
import { Problem } from '#kernel/problem.ts';
import { personNames } from '#modules/people/index.ts';
import { areaNames } from '#modules/territory/index.ts';
import { mayIssue, mayRead, viewedPaths } from '../policy.ts';
import { type CallRow, findCall, listCallRows } from '../store/calls.ts';
import { comingCounts, comingOf } from '../store/targets.ts';
import { viewCall } from '../view.ts';

export async function besideCalls(context: Context, rows: readonly CallRow[]) {
  const areaIds = rows.flatMap(({ area_id, area_ids }) => [area_id, ...area_ids]);
  const callIds = rows.map(({ id }) => id);
  return { names: await areaNames(context, areaIds), coming: await comingCounts(context, callIds) };
}

async function shown(context: Context, rows: readonly CallRow[]): Promise<CallRecord[]> {
  const { names, coming } = await besideCalls(context, rows);
  return rows.map((row) => viewCall(context.actor, row, names, coming.get(row.id) ?? 0));
}

export async function answerCallRecord(context: Context, callId: string): Promise<CallRecord> {
  const row = await findCall(context, callId);
  const [record] = await shown(context, row ? [row] : []);
  if (!record) throw new Problem('input.id_unknown', 404);
  return record;
}

export async function readCalls(
  context: Context,
  input: InputOf<typeof listCalls>,
): Promise<OutputOf<typeof listCalls>> {
  const found = await listCallRows(context, viewedPaths(context.actor), input);
  const { rows, nextCursor } = cutPage(found, input.limit, (row) => [row.is_open, row.issued_at, row.id]);
  return { items: await shown(context, rows), nextCursor, total: totalOf(input.cursor, found) };
}

export async function readCall(context: Context, { callId }: InputOf<typeof getCall>): Promise<CallRecord> {
  const row = await findCall(context, callId);
  if (!row) throw new Problem('input.id_unknown', 404);
  if (!mayRead(context.actor, [row.area_path, ...row.area_paths]))
    throw new Problem('call.outside_your_area', 403);
  const [record] = await shown(context, [row]);
  return record as CallRecord;
}

export async function readComing(
  context: Context,
  { callId }: InputOf<typeof listComing>,
): Promise<OutputOf<typeof listComing>> {
  const row = await findCall(context, callId);
  if (!row) throw new Problem('input.id_unknown', 404);
  if (!mayIssue(context.actor, row.area_path)) throw new Problem('call.outside_your_area', 403);
  const coming = await comingOf(context, callId);
  const names = await personNames(
    context,
    coming.map(({ person_id }) => person_id),
  );
  return {
    items: coming.map(({ person_id, is_standby }) => ({
      personId: person_id,
      name: names.get(person_id) ?? '',
      isStandby: is_standby,
    })),
  };
}
