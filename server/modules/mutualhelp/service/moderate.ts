import type { InputOf, OutputOf } from '#contract/define.ts';
import type { closeReports, hideAsk, listModerated, reportAsk } from '#contract/mutualhelp/endpoints.ts';
import { helpHidden, helpReported, helpReportsClosed } from '#contract/mutualhelp/events.ts';
import type { ModeratedAsk } from '#contract/mutualhelp/records.ts';
import type { Context } from '#kernel/context.ts';
import { cutPage, totalOf } from '#kernel/cursor.ts';
import { Problem } from '#kernel/problem.ts';
import { mayModerate, moderated } from '../policy.ts';
import * as rules from '../rules.ts';
import { type AskRow, findAsk, listForDesk, lockAsk } from '../store/asks.ts';
import { pledgesOf } from '../store/pledges.ts';
import { closeReportRows, insertReport, reportsOf } from '../store/reports.ts';
import { askNow, viewModerated } from '../view.ts';
import { endAsk } from './ask.ts';
import { besideOf, openAsk, refuseUnless } from './load.ts';

export async function report(
  context: Context,
  { askId, reason, note }: InputOf<typeof reportAsk>,
): Promise<OutputOf<typeof reportAsk>> {
  const { me, ask } = await openAsk(context, askId);
  refuseUnless(rules.mayReport(askNow(ask), me.personId));
  if (!(await insertReport(context, { askId: ask.id, reporterId: me.personId, reason, note })))
    throw new Problem('help.reported_already', 409);
  await context.emit({
    name: helpReported.name,
    subject: { module: 'mutualhelp', id: ask.id },
    data: { reason },
    areaPath: ask.area_path,
  });
  return { done: true };
}

export async function readModerated(
  context: Context,
  input: InputOf<typeof listModerated>,
): Promise<OutputOf<typeof listModerated>> {
  const found = await listForDesk(context, moderated(context.actor), input);
  const { rows, nextCursor } = cutPage(found, input.limit, (row) => [row.reported, row.asked_at, row.id]);
  return { items: await shown(context, rows), nextCursor, total: totalOf(input.cursor, found) };
}

async function shown(context: Context, rows: readonly AskRow[]): Promise<ModeratedAsk[]> {
  const beside = await besideOf(context, rows, null);
  const reports = Map.groupBy(
    await reportsOf(
      context,
      rows.map(({ id }) => id),
    ),
    ({ ask_id }) => ask_id,
  );
  return rows.map((row) => viewModerated(row, beside, reports.get(row.id) ?? []));
}

async function openForDesk(context: Context, askId: string): Promise<AskRow> {
  const ask = await lockAsk(context, askId);
  if (!ask) throw new Problem('input.id_unknown', 404);
  if (!mayModerate(context.actor, ask.area_path)) throw new Problem('help.outside_your_area', 403);
  return ask;
}

async function answer(context: Context, askId: string): Promise<ModeratedAsk> {
  const row = await findAsk(context, askId);
  const [one] = await shown(context, row ? [row] : []);
  if (!one) throw new Problem('input.id_unknown', 404);
  return one;
}

export async function hide(context: Context, input: InputOf<typeof hideAsk>): Promise<ModeratedAsk> {
  const ask = await openForDesk(context, input.askId);
  refuseUnless(rules.mayHide(ask.status));
  if (ask.version !== input.version) throw new Problem('version.stale', 409, { changes: [] });
  await closeReportRows(context, ask.id, context.actor.displayName);
  const pledges = await pledgesOf(context, [ask.id]);
  await endAsk(context, ask, pledges, { status: 'hidden', hidden_reason: input.reason }, helpHidden.name);
  return await answer(context, ask.id);
}

export async function letStand(
  context: Context,
  { askId }: InputOf<typeof closeReports>,
): Promise<ModeratedAsk> {
  const ask = await openForDesk(context, askId);
  const count = await closeReportRows(context, ask.id, context.actor.displayName);
  if (count === 0) throw new Problem('help.no_reports', 409);
  await context.emit({
    name: helpReportsClosed.name,
    subject: { module: 'mutualhelp', id: ask.id },
    data: { count },
    areaPath: ask.area_path,
  });
  return await answer(context, ask.id);
}
