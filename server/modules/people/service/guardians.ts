import type { InputOf } from '#contract/define.ts';
import type { ConsentWay, GuardianRelation } from '#contract/people/codes.ts';
import { noticeVersion } from '#contract/people/codes.ts';
import { consentGiven, guardianshipAdded, guardianshipEnded } from '#contract/people/events.ts';
import type { addGuardianship, endGuardianship } from '#contract/people/protection.ts';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { covers } from '#kernel/scope.ts';
import { guardianFault, isChild, isMinor } from '../rules.ts';
import { findPerson, getPerson, type PersonRow } from '../store/persons.ts';
import {
  type ConsentRow,
  closeGuardianships,
  type GuardianshipRow,
  getGuardianship,
  guardiansOf,
  insertConsent,
  insertGuardianship,
} from '../store/protection.ts';
import { viewGuardianship } from './personRecord.ts';

export async function addGuardian(context: Context, input: InputOf<typeof addGuardianship>) {
  const minor = await editablePerson(context, input.personId);
  const today = dayOf(context.now);
  if (!isMinor(today, minor.born_on)) throw new Problem('person.not_a_minor', 409);
  if (minor.id === input.guardianId) throw new Problem('person.guardian_self', 409);
  const guardian = await findPerson(context, input.guardianId);
  const fault = guardianFault(
    { named: true, bornOn: guardian?.born_on ?? null, active: guardian?.status === 'active' },
    today,
  );
  if (fault || !guardian) throw new Problem(fault?.code ?? 'person.guardian_unknown', 409);

  const row = await appointGuardian(context, minor, guardian, input);
  return viewGuardianship(row, new Map([minor, guardian].map((person) => [person.id, person])));
}

export async function appointGuardian(
  context: Context,
  minor: PersonRow,
  guardian: PersonRow,
  bond: { relation: GuardianRelation; verified: boolean },
): Promise<GuardianshipRow> {
  const row = await insertGuardianship(context, {
    minor_id: minor.id,
    guardian_id: guardian.id,
    relation: bond.relation,
    verified_at: bond.verified ? context.now : null,
  });
  await context.emit({
    name: guardianshipAdded.name,
    subject: { module: 'people', id: minor.id },
    data: { minorId: minor.id, guardianId: guardian.id, relation: bond.relation, verified: bond.verified },
    areaPath: minor.area_path,
  });
  return row;
}

/** The guardian's word that the file of a child may be kept, by hand or on paper. */
export async function recordChildConsent(
  context: Context,
  child: PersonRow,
  guardian: PersonRow,
  way: ConsentWay,
  evidence: { evidenceFileId?: string | undefined; evidenceNote?: string | undefined } = {},
): Promise<ConsentRow> {
  const row = await insertConsent(context, {
    person_id: child.id,
    purpose: 'child_record',
    way,
    given_by_id: guardian.id,
    evidence_file_id: evidence.evidenceFileId ?? null,
    evidence_note: evidence.evidenceNote ?? null,
    notice_version: noticeVersion,
    withdrawn_at: null,
    withdrawn_by: null,
  });
  await announceConsent(context, child, row);
  return row;
}

export async function announceConsent(context: Context, person: PersonRow, row: ConsentRow): Promise<void> {
  await context.emit({
    name: consentGiven.name,
    subject: { module: 'people', id: person.id },
    data: {
      consentId: row.id,
      purpose: row.purpose,
      way: row.way,
      evidence: row.evidence_file_id !== null || row.evidence_note !== null,
    },
    areaPath: person.area_path,
  });
}

export async function endGuardian(context: Context, input: InputOf<typeof endGuardianship>) {
  const row = await getGuardianship(context, input.guardianshipId);
  const minor = await editablePerson(context, row.minor_id);
  const others = (await guardiansOf(context, [minor.id])).filter((one) => one.id !== row.id);
  if (isChild(dayOf(context.now), minor.born_on) && others.length === 0)
    throw new Problem('person.guardian_last', 409);

  await closeGuardianships(context, [row.id]);
  await context.emit({
    name: guardianshipEnded.name,
    subject: { module: 'people', id: minor.id },
    data: { minorId: minor.id, guardianId: row.guardian_id },
    areaPath: minor.area_path,
  });
  return { done: true } as const;
}

/** @throws Problem 404 for another street, 403 outside the editor's areas, 409 for an erased person. */
export async function editablePerson(context: Context, personId: string): Promise<PersonRow> {
  const row = await getPerson(context, personId);
  if (!covers(context.actor, 'person.edit', row.area_path))
    throw new Problem('person.outside_your_area', 403);
  if (row.status === 'erased') throw new Problem('person.erased', 409);
  return row;
}
