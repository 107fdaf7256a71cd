import type { InputOf } from '#contract/define.ts';
import { type ConsentPurpose, noticeVersion } from '#contract/people/codes.ts';
import { consentWithdrawn } from '#contract/people/events.ts';
import type { giveMyConsent, withdrawMyConsent } from '#contract/people/mine.ts';
import type { recordConsent, withdrawConsent } from '#contract/people/protection.ts';
import type { ConsentRecord } from '#contract/people/records.ts';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { hasEvidence, isChild } from '../rules.ts';
import { emptyPerson } from '../store/erase.ts';
import { getPerson, type PersonRow, personsByIds } from '../store/persons.ts';
import {
  type ConsentRow,
  closeConsent,
  getConsent,
  guardiansOf,
  insertConsent,
} from '../store/protection.ts';
import { announceConsent, editablePerson } from './guardians.ts';
import { ownPerson } from './ownPerson.ts';
import { viewConsent } from './personRecord.ts';

/** Consent on paper, entered at the counter. */
export async function recordPaperConsent(
  context: Context,
  input: InputOf<typeof recordConsent>,
): Promise<ConsentRecord> {
  const person = await editablePerson(context, input.personId);
  if (!hasEvidence(input)) throw new Problem('consent.evidence_missing', 400);
  const giver = await giverOf(context, person, input.purpose, input.givenById ?? null);
  const row = await insertConsent(context, {
    ...common(person, input.purpose),
    way: 'paper',
    given_by_id: giver,
    evidence_file_id: input.evidenceFileId ?? null,
    evidence_note: input.evidenceNote ?? null,
  });
  await announceConsent(context, person, row);
  return await view(context, row);
}

/** Consent given on the own phone: for oneself, or for a child in one's care. */
export async function giveOwnConsent(
  context: Context,
  input: InputOf<typeof giveMyConsent>,
): Promise<ConsentRecord> {
  const self = await ownPerson(context);
  const person = input.childId ? await getPerson(context, input.childId) : self;
  const child = person.id !== self.id;
  if (child && !(await guards(context, self.id, person.id))) throw new Problem('person.not_your_child', 403);
  const giver = await giverOf(context, person, input.purpose, self.id);
  if (giver !== self.id) throw new Problem('consent.not_yours', 403);

  const row = await insertConsent(context, {
    ...common(person, input.purpose),
    way: child ? 'guardian' : 'self',
    given_by_id: self.id,
    evidence_file_id: null,
    evidence_note: null,
  });
  await announceConsent(context, person, row);
  return await view(context, row);
}

/** A child under 14 speaks through a guardian; everybody else for himself. Answers who gives it. */
async function giverOf(
  context: Context,
  person: PersonRow,
  purpose: ConsentPurpose,
  named: string | null,
): Promise<string> {
  if (!isChild(dayOf(context.now), person.born_on)) {
    if (purpose === 'child_record') throw new Problem('consent.not_for_adults', 409);
    return person.id;
  }
  if (named === null || !(await guards(context, named, person.id)))
    throw new Problem('consent.guardian_needed', 409);
  return named;
}

async function guards(context: Context, guardianId: string, minorId: string): Promise<boolean> {
  return (await guardiansOf(context, [minorId])).some((one) => one.guardian_id === guardianId);
}

function common(person: PersonRow, purpose: ConsentPurpose) {
  return {
    person_id: person.id,
    purpose,
    notice_version: noticeVersion,
    withdrawn_at: null,
    withdrawn_by: null,
  };
}

export async function withdrawAtCounter(
  context: Context,
  input: InputOf<typeof withdrawConsent>,
): Promise<ConsentRecord> {
  const row = await getConsent(context, input.consentId);
  return await withdraw(context, row, await editablePerson(context, row.person_id));
}

/** As easy as giving: the person, or whoever is the child's guardian now. */
export async function withdrawOwnConsent(
  context: Context,
  input: InputOf<typeof withdrawMyConsent>,
): Promise<ConsentRecord> {
  const self = await ownPerson(context);
  const row = await getConsent(context, input.consentId);
  if (row.person_id !== self.id && !(await guards(context, self.id, row.person_id)))
    throw new Problem('consent.not_yours', 403);
  return await withdraw(context, row, await getPerson(context, row.person_id));
}

/** Without the guardian's word only the name and the household of a child stay; the rest goes at once. */
async function withdraw(context: Context, row: ConsentRow, person: PersonRow): Promise<ConsentRecord> {
  const closed = await closeConsent(context, row.id);
  if (!closed) throw new Problem('consent.withdrawn_already', 409);
  const emptied = row.purpose === 'child_record' && isChild(dayOf(context.now), person.born_on);
  if (emptied) await emptyPerson(context, person.id);
  await context.emit({
    name: consentWithdrawn.name,
    subject: { module: 'people', id: person.id },
    data: { consentId: row.id, purpose: row.purpose, emptied },
    areaPath: person.area_path,
  });
  return await view(context, closed);
}

async function view(context: Context, row: ConsentRow): Promise<ConsentRecord> {
  return viewConsent(row, await personsByIds(context, [row.given_by_id]));
}
