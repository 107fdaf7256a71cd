import type { InputOf } from '#contract/define.ts';
import { noticeVersion } from '#contract/people/codes.ts';
import { noticeAccepted, personRegistered } from '#contract/people/events.ts';
import type { acceptNotice, MyData, registerMyChild } from '#contract/people/mine.ts';
import { ageOn, dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { maskName } from '#kernel/mask/mask.ts';
import { Problem } from '#kernel/problem.ts';
import { retentionTerms } from '../retention.ts';
import { guardianFault, isMinor, personFault, shownTags } from '../rules.ts';
import { findHousehold } from '../store/households.ts';
import { findAcceptance, saveAcceptance } from '../store/notices.ts';
import { insertPerson, membersOf, type PersonRow, personsByIds } from '../store/persons.ts';
import { consentsOf, guardianshipsOf, revealsOf } from '../store/protection.ts';
import { requestsAbout } from '../store/requests.ts';
import { clearValues, maskedIdNumber } from '../view.ts';
import { viewCorrection } from './corrections.ts';
import { viewErasure } from './erasure.ts';
import { appointGuardian, recordChildConsent } from './guardians.ts';
import { ownPerson } from './ownPerson.ts';
import { viewConsent } from './personRecord.ts';
import { newColumns, refuse } from './persons.ts';

const looksShownMax = 100;

/** Everything the register knows about the caller, in the clear: it is the caller's own. */
export async function readMyData(context: Context): Promise<MyData> {
  const person = await ownPerson(context);
  const wards = await wardsOf(context, person);
  const consents = await consentsOf(context, [person.id, ...wards.map((ward) => ward.id)]);
  const givers = await personsByIds(
    context,
    consents.map((one) => one.given_by_id),
  );
  const about = (personId: string) =>
    consents.filter((one) => one.person_id === personId).map((one) => viewConsent(one, givers));
  const corrections = await requestsAbout(context, 'correction_requests', person.id);
  const [erasure] = await requestsAbout(context, 'erasure_requests', person.id);
  const clear = clearValues(context, person);

  return {
    personId: person.id,
    name: clear.name,
    sex: person.sex,
    bornOn: clear.bornOn,
    phone: clear.phone,
    idNumber: maskedIdNumber(context, person),
    address: clear.address,
    relation: person.relation,
    careTags: shownTags(person.care_tags, ageOn(dayOf(context.now), person.born_on)),
    household: await myHousehold(context, person),
    consents: about(person.id),
    children: wards.map((ward) => ({
      personId: ward.id,
      name: ward.name,
      bornOn: ward.born_on,
      consents: about(ward.id),
    })),
    looks: await myLooks(context, person),
    corrections: corrections.map((row) => viewCorrection(context, row, person)),
    erasure: erasure ? viewErasure(context, erasure, person) : null,
    retention: retentionTerms.map((term) => ({ ...term })),
    notice: { version: noticeVersion, acceptedAt: await findAcceptance(context, noticeVersion) },
  };
}

async function wardsOf(context: Context, person: PersonRow): Promise<PersonRow[]> {
  const bonds = await guardianshipsOf(context, person.id);
  const minors = bonds.filter((one) => one.guardian_id === person.id).map((one) => one.minor_id);
  const rows = [...(await personsByIds(context, minors)).values()];
  const today = dayOf(context.now);
  return rows.filter((row) => row.status === 'active' && isMinor(today, row.born_on));
}

async function myHousehold(context: Context, person: PersonRow): Promise<MyData['household']> {
  if (person.household_id === null || person.status !== 'active') return null;
  const household = await findHousehold(context, person.household_id);
  if (!household) return null;
  const members = await membersOf(context, [household.id]);
  return {
    householdId: household.id,
    room: household.room,
    houseUse: household.house_use,
    memberCount: members.length,
  };
}

async function myLooks(context: Context, person: PersonRow): Promise<MyData['looks']> {
  const rows = await revealsOf(context, person.id, looksShownMax);
  return rows.map((row) => ({
    at: row.at,
    byName: row.by_name,
    byRole: row.by_role,
    purpose: row.purpose,
    fields: row.fields,
  }));
}

/** The guardian enters the own child and consents in the same step. */
export async function registerOwnChild(context: Context, input: InputOf<typeof registerMyChild>) {
  const guardian = await ownPerson(context);
  const today = dayOf(context.now);
  refuse(
    guardianFault({ named: true, bornOn: guardian.born_on, active: guardian.status === 'active' }, today),
  );
  const values = { name: input.name, bornOn: input.bornOn, sex: input.sex, phone: input.phone, careTags: [] };
  const facts = { ...values, idNumber: null, householdId: guardian.household_id, relation: null };
  refuse(personFault(facts, today));
  if (!isMinor(today, input.bornOn)) throw new Problem('person.not_a_minor', 409);

  const { household_id, area_id, area_path, address, address_grams } = guardian;
  const row = await insertPerson(context, {
    ...newColumns(context, values, input.bornOn),
    household_id,
    area_id,
    area_path,
    address,
    address_grams,
    relation: relationOf(guardian, input.relation),
  });
  await context.emit({
    name: personRegistered.name,
    subject: { module: 'people', id: row.id },
    data: { householdId: household_id, minor: true },
    areaPath: area_path,
  });
  await appointGuardian(context, row, guardian, { relation: input.relation, verified: false });
  const consent = await recordChildConsent(context, row, guardian, 'guardian');
  return {
    personId: row.id,
    // Answers of writes are remembered by their key: a clear name is read back from the register only.
    name: maskName(row.name),
    bornOn: null,
    consents: [viewConsent(consent, new Map([[guardian.id, guardian]]))],
  };
}

/** Who the child is to the head, as far as the guardian's own place tells. */
function relationOf(guardian: PersonRow, bond: InputOf<typeof registerMyChild>['relation']) {
  if (guardian.household_id === null) return null;
  const atTop = guardian.relation === 'head' || guardian.relation === 'spouse';
  if (!atTop || bond === 'other') return 'other';
  return bond === 'grandparent' ? 'grandchild' : 'child';
}

export async function acceptCurrentNotice(context: Context, input: InputOf<typeof acceptNotice>) {
  if (input.version !== noticeVersion) throw new Problem('notice.version_unknown', 409);
  const accountId = context.actor.accountId ?? '';
  const acceptedAt = await saveAcceptance(context, noticeVersion);
  await context.emit({
    name: noticeAccepted.name,
    subject: { module: 'people', id: accountId },
    data: { version: noticeVersion },
  });
  return { version: noticeVersion, acceptedAt };
}
