// One person as its viewer sees it, gathered from register, guardians, consent and requests.
import type { ConsentRecord, PersonRecord } from '#contract/people/records.ts';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { maskName } from '#kernel/mask/mask.ts';
import { type PersonFacts, personRights } from '../policy.ts';
import { isMinor } from '../rules.ts';
import { type PersonRow, personsByIds } from '../store/persons.ts';
import { type ConsentRow, consentsOf, type GuardianshipRow, guardianshipsOf } from '../store/protection.ts';
import { type MinorAccessRow, ownMinorAccess, requestsAbout } from '../store/requests.ts';
import { maskedIdNumber, viewPersonRow } from '../view.ts';

/** What the policy asks about a person and the viewer. */
export function personFacts(
  context: Context,
  row: PersonRow,
  access: MinorAccessRow | undefined,
  erasureAsked: boolean,
): PersonFacts {
  return {
    areaPath: row.area_path,
    status: row.status,
    minor: isMinor(dayOf(context.now), row.born_on),
    accessGranted: standingAccess(context, access) !== null,
    accessAsked: access?.status === 'requested',
    erasureAsked,
  };
}

/** The request by which a minor may be seen now, or null. */
export function standingAccess(context: Context, access: MinorAccessRow | undefined): MinorAccessRow | null {
  if (access?.status !== 'approved' || access.ends_at === null) return null;
  return Date.parse(access.ends_at) > context.now.getTime() ? access : null;
}

export async function viewPerson(context: Context, row: PersonRow): Promise<PersonRecord> {
  const guardianships = await guardianshipsOf(context, row.id);
  const consents = await consentsOf(context, [row.id]);
  const access = await ownMinorAccess(context, row.id);
  const erasures = await requestsAbout(context, 'erasure_requests', row.id);
  const others = await personsByIds(context, [
    ...guardianships.flatMap((one) => [one.guardian_id, one.minor_id]),
    ...consents.map((one) => one.given_by_id),
  ]);
  const erasureAsked = erasures.some((one) => one.status === 'requested');

  return {
    ...viewPersonRow(context, row),
    idNumber: maskedIdNumber(context, row),
    bornOn: row.born_on === null ? null : row.born_on.slice(0, 4),
    guardianships: guardianships.map((one) => viewGuardianship(one, others)),
    consents: consents.map((one) => viewConsent(one, others)),
    minorAccess: access ? { status: access.status, until: access.ends_at } : null,
    erasureRequested: erasureAsked,
    changedAt: row.updated_at,
    changedBy: row.updated_by,
    version: row.version,
    can: personRights(context.actor, personFacts(context, row, access, erasureAsked)),
  };
}

export function viewGuardianship(row: GuardianshipRow, people: ReadonlyMap<string, PersonRow>) {
  return {
    guardianshipId: row.id,
    guardianId: row.guardian_id,
    guardianName: maskName(people.get(row.guardian_id)?.name ?? ''),
    minorId: row.minor_id,
    minorName: maskName(people.get(row.minor_id)?.name ?? ''),
    relation: row.relation,
    verifiedAt: row.verified_at,
  };
}

export function viewConsent(row: ConsentRow, people: ReadonlyMap<string, PersonRow>): ConsentRecord {
  return {
    consentId: row.id,
    personId: row.person_id,
    purpose: row.purpose,
    way: row.way,
    givenByName: maskName(people.get(row.given_by_id)?.name ?? ''),
    givenAt: row.given_at,
    evidence: row.evidence_file_id !== null || row.evidence_note !== null,
    evidenceFileId: row.evidence_file_id,
    withdrawnAt: row.withdrawn_at,
  };
}
