import type { InputOf } from '#contract/define.ts';
import { minorAccessApproved, minorAccessDeclined, minorAccessRequested } from '#contract/people/events.ts';
import type { decideMinorAccess, listMinorAccess, requestMinorAccess } from '#contract/people/protection.ts';
import type { MinorAccessRecord } from '#contract/people/records.ts';
import { ageOn, dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { maskName } from '#kernel/mask/mask.ts';
import { Problem } from '#kernel/problem.ts';
import { areasWith } from '#kernel/scope.ts';
import { mayDecideMinorAccess, mayRequestMinorAccess } from '../policy.ts';
import { minorAccessHours } from '../rules.ts';
import { getPerson, type PersonRow, personsByIds } from '../store/persons.ts';
import {
  closeRequest,
  getRequest,
  insertRequest,
  listRequests,
  type MinorAccessRow,
  ownMinorAccess,
} from '../store/requests.ts';
import { personFacts } from './personRecord.ts';

const hourMs = 3_600_000;

export async function askMinorAccess(
  context: Context,
  input: InputOf<typeof requestMinorAccess>,
): Promise<MinorAccessRecord> {
  const person = await getPerson(context, input.personId);
  const access = await ownMinorAccess(context, person.id);
  const may = mayRequestMinorAccess(context.actor, personFacts(context, person, access, false));
  if (may !== true) throw new Problem(may, may === 'person.outside_your_area' ? 403 : 409);

  const row = await insertRequest(context, 'minor_access_requests', 'minor_access.open_already', {
    person_id: person.id,
    area_path: person.area_path,
    requested_by_name: context.actor.displayName,
    purpose: input.purpose,
    reason: input.reason,
  });
  await announce(context, minorAccessRequested.name, row);
  return view(context, row, person);
}

/** What the viewer may decide, and what the viewer asked. */
export async function listMinorAccessRecords(context: Context, input: InputOf<typeof listMinorAccess>) {
  const page = await listRequests(context, 'minor_access_requests', {
    ...input,
    paths: areasWith(context.actor, 'minor.approve'),
    own: true,
  });
  const people = await personsByIds(
    context,
    page.rows.map((row) => row.person_id),
  );
  const items = page.rows.map((row) => view(context, row, people.get(row.person_id)));
  return { items, nextCursor: page.nextCursor, total: page.total };
}

export async function decideOnMinorAccess(
  context: Context,
  input: InputOf<typeof decideMinorAccess>,
): Promise<MinorAccessRecord> {
  const request = await getRequest(context, 'minor_access_requests', input.requestId);
  const may = mayDecideMinorAccess(context.actor, factsOf(request));
  if (may !== true) throw new Problem(may, may === 'minor_access.decided_already' ? 409 : 403);

  const approved = input.decision === 'approve';
  const decided = await closeRequest(context, 'minor_access_requests', request.id, {
    status: approved ? 'approved' : 'declined',
    reason: input.reason,
    ...(approved ? { endsAt: new Date(context.now.getTime() + minorAccessHours * hourMs) } : {}),
  });
  if (!decided) throw new Problem('minor_access.decided_already', 409);
  await announce(context, approved ? minorAccessApproved.name : minorAccessDeclined.name, decided);
  return view(context, decided, await getPerson(context, decided.person_id));
}

function factsOf(row: MinorAccessRow) {
  return { areaPath: row.area_path, requestedBy: row.requested_by, open: row.status === 'requested' };
}

async function announce(context: Context, name: string, row: MinorAccessRow): Promise<void> {
  await context.emit({
    name,
    subject: { module: 'people', id: row.person_id },
    data: { requestId: row.id, purpose: row.purpose },
    areaPath: row.area_path,
  });
}

function view(context: Context, row: MinorAccessRow, person: PersonRow | undefined): MinorAccessRecord {
  return {
    requestId: row.id,
    personId: row.person_id,
    personName: maskName(person?.name ?? ''),
    personAge: ageOn(dayOf(context.now), person?.born_on ?? null),
    requestedByName: row.requested_by_name,
    purpose: row.purpose,
    reason: row.reason,
    requestedAt: row.requested_at,
    status: row.status,
    decidedByName: row.decided_by_name,
    decidedAt: row.decided_at,
    decisionReason: row.decision_reason,
    until: row.ends_at,
    can: { decide: mayDecideMinorAccess(context.actor, factsOf(row)) },
  };
}
