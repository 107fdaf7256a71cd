import type { InputOf } from '#contract/define.ts';
import { erasureApproved, erasureDeclined, erasureRequested, personErased } from '#contract/people/events.ts';
import type { askErasure } from '#contract/people/mine.ts';
import type { decideErasure, listErasures, requestErasure } from '#contract/people/protection.ts';
import type { ErasureRecord } from '#contract/people/records.ts';
import { addDays, dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { maskName } from '#kernel/mask/mask.ts';
import { Problem } from '#kernel/problem.ts';
import { areasWith } from '#kernel/scope.ts';
import { mayDecideErasure } from '../policy.ts';
import { erasureDays, isChild } from '../rules.ts';
import { erasePersons } from '../store/erase.ts';
import { getPerson, type PersonRow, personsByIds } from '../store/persons.ts';
import { guardianshipsOf, guardiansOf } from '../store/protection.ts';
import { closeRequest, type ErasureRow, getRequest, insertRequest, listRequests } from '../store/requests.ts';
import { editablePerson } from './guardians.ts';
import { ownPerson } from './ownPerson.ts';

export async function requestErasureAtCounter(
  context: Context,
  input: InputOf<typeof requestErasure>,
): Promise<ErasureRecord> {
  return await ask(context, await editablePerson(context, input.personId), input.reason, false);
}

export async function requestOwnErasure(
  context: Context,
  input: InputOf<typeof askErasure>,
): Promise<ErasureRecord> {
  return await ask(context, await ownPerson(context), input.reason, true);
}

async function ask(
  context: Context,
  person: PersonRow,
  reason: string,
  bySelf: boolean,
): Promise<ErasureRecord> {
  const row = await insertRequest(context, 'erasure_requests', 'erasure.open_already', {
    person_id: person.id,
    area_path: person.area_path,
    requested_by_name: context.actor.displayName,
    by_self: bySelf,
    reason,
    due_on: addDays(dayOf(context.now), erasureDays),
  });
  await context.emit({
    name: erasureRequested.name,
    subject: { module: 'people', id: person.id },
    data: { erasureId: row.id, bySelf },
    areaPath: row.area_path,
  });
  return viewErasure(context, row, person);
}

export async function listErasureRecords(context: Context, input: InputOf<typeof listErasures>) {
  const page = await listRequests(context, 'erasure_requests', {
    ...input,
    paths: areasWith(context.actor, 'person.erase'),
    own: false,
  });
  const people = await personsByIds(
    context,
    page.rows.map((row) => row.person_id),
  );
  const items = page.rows.map((row) => viewErasure(context, row, people.get(row.person_id)));
  return { items, nextCursor: page.nextCursor, total: page.total };
}

export async function decideOnErasure(
  context: Context,
  input: InputOf<typeof decideErasure>,
): Promise<ErasureRecord> {
  const request = await getRequest(context, 'erasure_requests', input.erasureId);
  const may = mayDecideErasure(context.actor, factsOf(request));
  if (may !== true) throw new Problem(may, may === 'erasure.decided_already' ? 409 : 403);
  const approved = input.decision === 'approve';
  if (approved) await refuseSoleGuardian(context, request.person_id);

  const decided = await closeRequest(context, 'erasure_requests', request.id, {
    status: approved ? 'approved' : 'declined',
    reason: input.reason,
  });
  if (!decided) throw new Problem('erasure.decided_already', 409);
  const subject = { module: 'people', id: request.person_id };
  await context.emit({
    name: approved ? erasureApproved.name : erasureDeclined.name,
    subject,
    data: { erasureId: request.id },
    areaPath: request.area_path,
  });
  if (approved) {
    await erasePersons(context, [request.person_id]);
    await context.emit({
      name: personErased.name,
      subject,
      data: { because: 'request', erasureId: request.id },
      areaPath: request.area_path,
    });
  }
  return viewErasure(context, decided, await getPerson(context, request.person_id));
}

/** Nobody is erased who is the only guardian of a child: the child would stand alone. */
async function refuseSoleGuardian(context: Context, personId: string): Promise<void> {
  const wards = (await guardianshipsOf(context, personId)).filter((one) => one.guardian_id === personId);
  const minorIds = wards.map((one) => one.minor_id);
  const guardians = await guardiansOf(context, minorIds);
  const children = await personsByIds(context, minorIds);
  const alone = minorIds.filter((minorId) => {
    const child = children.get(minorId);
    if (child?.status !== 'active' || !isChild(dayOf(context.now), child.born_on)) return false;
    return guardians.filter((one) => one.minor_id === minorId).length === 1;
  });
  if (alone.length > 0) throw new Problem('person.guards_children', 409, { count: alone.length });
}

function factsOf(row: ErasureRow) {
  return { areaPath: row.area_path, requestedBy: row.requested_by, open: row.status === 'requested' };
}

export function viewErasure(context: Context, row: ErasureRow, person: PersonRow | undefined): ErasureRecord {
  return {
    erasureId: row.id,
    personId: row.person_id,
    personName: maskName(person?.name ?? ''),
    requestedByName: row.by_self ? maskName(row.requested_by_name) : row.requested_by_name,
    bySelf: row.by_self,
    reason: row.reason,
    requestedAt: row.requested_at,
    dueOn: row.due_on,
    status: row.status,
    decidedByName: row.decided_by_name,
    decidedAt: row.decided_at,
    decisionReason: row.decision_reason,
    can: { decide: mayDecideErasure(context.actor, factsOf(row)) },
  };
}
