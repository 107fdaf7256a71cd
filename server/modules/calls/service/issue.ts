import type { closeCall, issueCall, standDown } from '#contract/calls/endpoints.ts';
import { callEnded, callIssued, callStoodDown } from '#contract/calls/events.ts';
import type { CallRecord } from '#contract/calls/records.ts';
import { callTemplateLabels } from '#contract/calls/words.ts';
import type { InputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { planActivity } from '#modules/activities/index.ts';
import { mayIssue } from '../policy.ts';
import { isForgotten, issueFault, mayEnd } from '../rules.ts';
import { type CallRow, changeCall, insertCall, listOver, lockCall } from '../store/calls.ts';
import { comingCounts, insertTargets } from '../store/targets.ts';
import { pathsOf, reached } from './reach.ts';
import { answerCallRecord } from './read.ts';

export async function issue(context: Context, input: InputOf<typeof issueCall>): Promise<CallRecord> {
  const fault = issueFault(input, context.now);
  if (fault) throw new Problem(fault.code, 409, fault.details);
  const [areaPath = ''] = await pathsOf(context, [input.areaId]);
  const paths = await pathsOf(context, input.areaIds);
  const people = await reached(context, input, paths);
  if (people.size === 0) throw new Problem('call.nobody', 409);

  const { activityId, sessionId } = await planActivity(context, {
    kind: 'call',
    title: input.title,
    body: input.why,
    category: 'care',
    areaId: input.areaId,
    areaPath,
    place: input.gatherPoint,
    startsAt: input.startsAt,
    endsAt: input.endsAt,
    places: input.peopleWanted,
    isFor: 'volunteers',
  });
  const id = context.newId();
  await insertCall(context, {
    ...columnsOf(input),
    id,
    area_path: areaPath,
    area_paths: paths,
    reached_count: people.size,
    issued_by: context.actor.accountId,
    issued_by_name: context.actor.displayName,
    issued_at: context.now.toISOString(),
    activity_id: activityId,
    session_id: sessionId,
  });
  await insertTargets(context, id, people);
  await context.emit({
    name: callIssued.name,
    subject: { module: 'calls', id },
    to: 'open',
    data: { template: input.template, reachedCount: people.size },
    areaPath,
  });
  return await answerCallRecord(context, id);
}

const columnsOf = (input: InputOf<typeof issueCall>) => ({
  template: input.template,
  title: input.title,
  why: input.why,
  area_id: input.areaId,
  gather_point: input.gatherPoint,
  starts_at: input.startsAt,
  ends_at: input.endsAt,
  people_wanted: input.peopleWanted,
  area_ids: input.areaIds,
  groups: input.groups,
  skills: input.skills,
  team_ids: input.groups.includes('teams') ? input.teamIds : [],
  status: 'open' as const,
  came_count: null,
  result: null,
  end_reason: null,
  ended_at: null,
  version: 1,
});

async function openForEnd(context: Context, callId: string, version: number): Promise<CallRow> {
  const row = await lockCall(context, callId);
  if (!row) throw new Problem('input.id_unknown', 404);
  if (!mayIssue(context.actor, row.area_path)) throw new Problem('call.outside_your_area', 403);
  const verdict = mayEnd(row.status);
  if (verdict !== true) throw new Problem(verdict, 409);
  if (row.version !== version) throw new Problem('version.stale', 409, { changes: [] });
  return row;
}

/** Once it is over nobody reads any more who was looked for. */
const forgotten = (row: CallRow) =>
  isForgotten(row.template) ? { title: callTemplateLabels[row.template], why: '' } : {};

export async function end(context: Context, input: InputOf<typeof standDown>): Promise<CallRecord> {
  const row = await openForEnd(context, input.callId, input.version);
  const comingCount = (await comingCounts(context, [row.id])).get(row.id) ?? 0;
  await changeCall(context, row.id, {
    ...forgotten(row),
    status: 'stood_down',
    end_reason: input.reason,
    ended_at: context.now,
  });
  await context.emit({
    name: callStoodDown.name,
    subject: { module: 'calls', id: row.id },
    from: 'open',
    to: 'stood_down',
    data: { comingCount },
    areaPath: row.area_path,
  });
  return await answerCallRecord(context, row.id);
}

export async function close(context: Context, input: InputOf<typeof closeCall>): Promise<CallRecord> {
  const row = await openForEnd(context, input.callId, input.version);
  const { result, cameCount } = input;
  await changeCall(context, row.id, {
    ...forgotten(row),
    status: 'ended',
    result,
    came_count: cameCount,
    ended_at: context.now,
  });
  await emitEnded(context, row, { because: 'closed', cameCount });
  return await answerCallRecord(context, row.id);
}

const atOnceMax = 100;

/** Calls whose hours are over end by themselves. */
export async function endOver(context: Context): Promise<void> {
  for (const row of await listOver(context, atOnceMax)) {
    await changeCall(context, row.id, { ...forgotten(row), status: 'ended', ended_at: context.now });
    await emitEnded(context, row, { because: 'time', cameCount: null });
  }
}

async function emitEnded(
  context: Context,
  row: CallRow,
  data: { because: 'closed' | 'time'; cameCount: number | null },
): Promise<void> {
  await context.emit({
    name: callEnded.name,
    subject: { module: 'calls', id: row.id },
    from: 'open',
    to: 'ended',
    data,
    areaPath: row.area_path,
  });
}
