import type { InputOf } from '#contract/define.ts';
import { correctionApproved, correctionDeclined, correctionRequested } from '#contract/people/events.ts';
import type { askCorrection } from '#contract/people/mine.ts';
import type { decideCorrection, listCorrections } from '#contract/people/protection.ts';
import type { CorrectionRecord } from '#contract/people/records.ts';
import type { Context } from '#kernel/context.ts';
import { maskName } from '#kernel/mask/mask.ts';
import { Problem } from '#kernel/problem.ts';
import { areasWith } from '#kernel/scope.ts';
import { mayDecideCorrection } from '../policy.ts';
import { openCorrectionsMax } from '../rules.ts';
import { getPerson, type PersonRow, personsByIds } from '../store/persons.ts';
import {
  type CorrectionRow,
  closeRequest,
  getRequest,
  insertRequest,
  listRequests,
  requestsAbout,
} from '../store/requests.ts';
import { ownPerson } from './ownPerson.ts';

/** What somebody says is right is kept encrypted: it is as personal as the field itself. */
export async function requestCorrection(
  context: Context,
  input: InputOf<typeof askCorrection>,
): Promise<CorrectionRecord> {
  const person = await ownPerson(context);
  const open = (await requestsAbout(context, 'correction_requests', person.id)).filter(
    (one) => one.status === 'requested',
  );
  if (open.length >= openCorrectionsMax)
    throw new Problem('correction.too_many', 409, { count: open.length });

  const row = await insertRequest(context, 'correction_requests', 'correction.decided_already', {
    person_id: person.id,
    area_path: person.area_path,
    field: input.field,
    wanted_cipher: context.services.crypto.encrypt(input.wanted),
  });
  await announce(context, correctionRequested.name, row);
  // Answers of writes are remembered by their key: what was typed is read back from the register only.
  return { ...viewCorrection(context, row, person), wanted: null };
}

export async function listCorrectionRecords(context: Context, input: InputOf<typeof listCorrections>) {
  const page = await listRequests(context, 'correction_requests', {
    ...input,
    paths: areasWith(context.actor, 'person.edit'),
    own: false,
  });
  const people = await personsByIds(
    context,
    page.rows.map((row) => row.person_id),
  );
  const items = page.rows.map((row) => viewCorrection(context, row, people.get(row.person_id)));
  return { items, nextCursor: page.nextCursor, total: page.total };
}

export async function decideOnCorrection(
  context: Context,
  input: InputOf<typeof decideCorrection>,
): Promise<CorrectionRecord> {
  const request = await getRequest(context, 'correction_requests', input.correctionId);
  const may = mayDecideCorrection(context.actor, factsOf(request));
  if (may !== true) throw new Problem(may, may === 'correction.decided_already' ? 409 : 403);

  const approved = input.decision === 'approve';
  const decided = await closeRequest(context, 'correction_requests', request.id, {
    status: approved ? 'approved' : 'declined',
    reason: input.reason,
  });
  if (!decided) throw new Problem('correction.decided_already', 409);
  await announce(context, approved ? correctionApproved.name : correctionDeclined.name, decided);
  return viewCorrection(context, decided, await getPerson(context, decided.person_id));
}

async function announce(context: Context, name: string, row: CorrectionRow): Promise<void> {
  await context.emit({
    name,
    subject: { module: 'people', id: row.person_id },
    data: { correctionId: row.id, field: row.field },
    areaPath: row.area_path,
  });
}

function factsOf(row: CorrectionRow) {
  return { areaPath: row.area_path, requestedBy: row.requested_by, open: row.status === 'requested' };
}

/** The wanted value is shown to its author and to who may decide. */
export function viewCorrection(
  context: Context,
  row: CorrectionRow,
  person: PersonRow | undefined,
): CorrectionRecord {
  const decide = mayDecideCorrection(context.actor, factsOf(row));
  const shown = row.requested_by === context.actor.accountId || decide === true;
  return {
    correctionId: row.id,
    personId: row.person_id,
    personName: maskName(person?.name ?? ''),
    field: row.field,
    wanted: shown && row.wanted_cipher !== null ? context.services.crypto.decrypt(row.wanted_cipher) : null,
    requestedAt: row.requested_at,
    status: row.status,
    decidedByName: row.decided_by_name,
    decidedAt: row.decided_at,
    decisionReason: row.decision_reason,
    can: { decide },
  };
}
