// From a draft to a published activity, and off again.
import { randomBytes } from 'node:crypto';
import { liveStates } from '#contract/activities/codes.ts';
import type * as endpoints from '#contract/activities/endpoints.ts';
import type { ActivityFacts, SessionFacts } from '#contract/activities/endpoints.ts';
import * as events from '#contract/activities/events.ts';
import { activityFields } from '#contract/activities/words.ts';
import type { InputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { findOrganisation } from '#modules/organisations/index.ts';
import { sha256 } from '../draw.ts';
import { mayApproveAt } from '../policy.ts';
import { publishFault, spanFault, stateFault } from '../rules.ts';
import { type ActivityRow, factColumns, insertActivity, updateActivity } from '../store/activities.ts';
import { getProgramme } from '../store/programmes.ts';
import {
  deleteSessions,
  insertSessions,
  lockSession,
  type SessionRow,
  sessionsOf,
  updateSession,
} from '../store/sessions.ts';
import { setState, signUpsOf } from '../store/signUps.ts';
import { editableArea, loadEditable, present, refuseStale } from './load.ts';

const unknown = (): never => {
  throw new Problem('input.id_unknown', 404);
};

function checkFacts(facts: ActivityFacts, sessions: readonly SessionFacts[], now: Date): void {
  if (facts.ageMin !== null && facts.ageMax !== null && facts.ageMin > facts.ageMax)
    throw new Problem('activity.age_order', 409);
  for (const one of sessions) {
    const fault = spanFault({
      starts_at: one.startsAt,
      ends_at: one.endsAt,
      opens_at: one.opensAt ?? new Date(Math.min(now.getTime(), Date.parse(one.startsAt) - 1)).toISOString(),
      closes_at: one.closesAt ?? one.startsAt,
    });
    if (fault) throw new Problem(fault, 409);
  }
}

/** Programme and organiser must be of this street. */
async function checkNamed(context: Context, facts: ActivityFacts): Promise<void> {
  if (facts.programmeId) await getProgramme(context, facts.programmeId);
  if (facts.organiserId && !(await findOrganisation(context, facts.organiserId))) unknown();
}

export async function planActivity(context: Context, input: InputOf<typeof endpoints.planActivity>) {
  const areaPath = await editableArea(context, input.areaId);
  checkFacts(input, input.sessions, context.now);
  await checkNamed(context, input);
  const id = context.newId();
  await write(context, { id, facts: input, areaPath, sessions: input.sessions, template: input.template });
  return await present(context, id);
}

interface NewActivity {
  id: string;
  facts: ActivityFacts;
  areaPath: string;
  sessions: readonly SessionFacts[];
  template?: boolean;
  templateKey?: string;
  kind?: ActivityRow['kind'];
  copiedFrom?: string;
}

/** A draft, or a template, with its sessions. */
export async function write(context: Context, given: NewActivity): Promise<void> {
  const { id, facts, areaPath, sessions, template = false, kind = 'activity', copiedFrom = null } = given;
  await insertActivity(context, {
    id,
    ...factColumns(facts, areaPath),
    kind,
    state: 'draft',
    template,
    template_key: given.templateKey ?? null,
    copied_from: copiedFrom,
    cancel_reason: null,
  });
  await insertSessions(context, { id, area_path: areaPath, place: facts.place }, sessions);
  await context.emit({
    name: events.activityPlanned.name,
    subject: { module: 'activities', id },
    to: 'draft',
    data: { kind, copiedFrom, template },
    areaPath,
  });
}

/** What may still change once people have signed up: what is told, where to come. */
const changeableLater: readonly string[] = [
  'title',
  'body',
  'place',
  'organiserId',
  'riskTold',
  'insurance',
  'agreement',
];

export async function changeActivity(context: Context, input: InputOf<typeof endpoints.changeActivity>) {
  const row = await loadEditable(context, input.activityId);
  if (row.state !== 'draft' && row.state !== 'published') throw new Problem(stateFault(row.state), 409);
  const areaPath = await editableArea(context, input.areaId);
  checkFacts(input, input.sessions ?? [], context.now);
  await checkNamed(context, input);
  const columns = factColumns(input, areaPath);
  const fields = changedFields(row, columns);
  const late = fields.filter((field) => !changeableLater.includes(field));
  if (row.state === 'published' && (late.length > 0 || input.sessions))
    throw new Problem('activity.not_draft', 409, { fields: late });
  if (!(await updateActivity(context, row.id, input.version, columns))) await refuseStale(context, row.id);
  if (input.sessions) {
    await deleteSessions(context, row.id);
    await insertSessions(context, { id: row.id, area_path: areaPath, place: input.place }, input.sessions);
  }
  await context.emit({
    name: events.activityChanged.name,
    subject: { module: 'activities', id: row.id },
    data: { fields: input.sessions ? [...fields, 'sessions'] : fields },
    areaPath,
  });
  return await present(context, row.id);
}

function changedFields(row: ActivityRow, columns: Record<string, unknown>): string[] {
  const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return Object.keys(activityFields).filter((field) => {
    const column = snake(field);
    if (!(column in columns)) return false;
    return JSON.stringify(row[column as keyof ActivityRow]) !== JSON.stringify(columns[column]);
  });
}

export async function publishActivity(context: Context, input: InputOf<typeof endpoints.publishActivity>) {
  const row = await loadEditable(context, input.activityId);
  const sessions = await sessionsOf(context, [row.id]);
  const fault = publishFault(row, sessions, context.now, mayApproveAt(context.actor, row.area_path));
  if (fault) throw new Problem(fault, 409);
  await publish(context, row, sessions, input.version);
  return await present(context, row.id);
}

/** Publishes, and promises the seed of each lottery by its hash. */
export async function publish(
  context: Context,
  row: ActivityRow,
  sessions: readonly SessionRow[],
  version: number,
): Promise<void> {
  const saved = await updateActivity(context, row.id, version, {
    state: 'published',
    published_at: context.now,
  });
  if (!saved) await refuseStale(context, row.id);
  const seedHashes: string[] = [];
  if (row.allotment === 'lottery')
    for (const session of sessions) {
      const seed = randomBytes(32).toString('hex');
      seedHashes.push(sha256(seed));
      await updateSession(context, session.id, {
        seed_hash: sha256(seed),
        seed_cipher: context.services.crypto.encrypt(seed),
      });
    }
  await context.emit({
    name: events.activityPublished.name,
    subject: { module: 'activities', id: row.id },
    from: 'draft',
    to: 'published',
    data: {
      kind: row.kind,
      programmeId: row.programme_id,
      sessionIds: sessions.map((one) => one.id),
      seedHashes,
    },
    areaPath: row.area_path,
  });
}

export async function cancelActivity(context: Context, input: InputOf<typeof endpoints.cancelActivity>) {
  const row = await loadEditable(context, input.activityId);
  if (row.template) throw new Problem('activity.is_template', 409);
  if (row.state !== 'draft' && row.state !== 'published') throw new Problem(stateFault(row.state), 409);
  const planned = (await sessionsOf(context, [row.id])).filter((one) => one.state === 'planned');
  const off = input.sessionId ? planned.filter((one) => one.id === input.sessionId) : planned;
  if (input.sessionId && off.length === 0) unknown();
  const whole = off.length === planned.length;
  const saved = await updateActivity(
    context,
    row.id,
    input.version,
    whole ? { state: 'cancelled', cancel_reason: input.reason } : {},
  );
  if (!saved) await refuseStale(context, row.id);
  const personIds = await callOff(context, off);
  await context.emit({
    name: events.activityCancelled.name,
    subject: { module: 'activities', id: row.id },
    from: row.state,
    to: whole ? 'cancelled' : row.state,
    data: { kind: row.kind, sessionIds: off.map((one) => one.id), reason: input.reason, personIds },
    areaPath: row.area_path,
  });
  return await present(context, row.id);
}

/** Sessions that will not be: whoever had signed up is free again. Answers those to be told. */
async function callOff(context: Context, sessions: readonly SessionRow[]): Promise<string[]> {
  const people = new Set<string>();
  for (const { id } of sessions) {
    await lockSession(context, id);
    const live = await signUpsOf(context, [id], liveStates);
    await setState(
      context,
      live.map((one) => one.id),
      { state: 'cancelled', ended_at: context.now, offered_until: null },
    );
    await updateSession(context, id, { state: 'cancelled', taken: 0, waiting: 0 });
    for (const one of live) people.add(one.person_id).add(one.signed_by);
  }
  return [...people];
}
