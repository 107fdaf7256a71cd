// A resident while typed: everything is text until it is sent. When correcting, blank means: as it was.
import type { CareTag, GuardianRelation, Relation } from '#contract/people/codes.ts';
import type { NewPerson } from '#contract/people/endpoints.ts';
import type { PersonRecord } from '#contract/people/records.ts';
import type { Option } from '#web/ui/SelectField/SelectField.tsx';

export interface TypedPerson {
  name: string;
  phone: string;
  idNumber: string;
  bornOn: string;
  sex: 'female' | 'male' | null;
  household: Option | null;
  area: Option | null;
  relation: Relation | null;
  careTags: CareTag[];
  guardian: Option | null;
  guardianRelation: GuardianRelation | null;
  consentNote: string;
}

export const noPerson: TypedPerson = {
  name: '',
  phone: '',
  idNumber: '',
  bornOn: '',
  sex: null,
  household: null,
  area: null,
  relation: null,
  careTags: [],
  guardian: null,
  guardianRelation: null,
  consentNote: '',
};

export function typedPerson(person: PersonRecord): TypedPerson {
  return {
    ...noPerson,
    sex: person.sex,
    household: person.householdId ? { value: person.householdId, word: person.address } : null,
    relation: person.relation,
    careTags: person.careTags.filter((tag) => tag !== 'aged_80'),
  };
}

/** The body that registers somebody; blanks are left out. */
export function registration(typed: TypedPerson): NewPerson {
  const { name, phone, idNumber, bornOn, sex, household, area, relation, guardian, guardianRelation } = typed;
  const note = typed.consentNote.trim();
  return {
    name: name.trim(),
    careTags: typed.careTags,
    ...(sex ? { sex } : {}),
    ...(bornOn ? { bornOn } : {}),
    ...(phone.trim() ? { phone: phone.trim() } : {}),
    ...(idNumber.trim() ? { idNumber: idNumber.trim() } : {}),
    ...(household ? { householdId: household.value } : {}),
    ...(!household && area ? { areaId: area.value } : {}),
    ...(household && relation ? { relation } : {}),
    ...(guardian ? { guardian: { personId: guardian.value, relation: guardianRelation ?? 'other' } } : {}),
    ...(note ? { consent: { evidenceNote: note } } : {}),
  };
}

/** Only what differs from the record is sent, so that a colleague's change elsewhere is not undone. */
export function corrections(base: TypedPerson, typed: TypedPerson) {
  const household = typed.household?.value ?? null;
  const moved = household !== (base.household?.value ?? null);
  return {
    ...(typed.name.trim() ? { name: typed.name.trim() } : {}),
    ...(typed.phone.trim() ? { phone: typed.phone.trim() } : {}),
    ...(typed.idNumber.trim() ? { idNumber: typed.idNumber.trim() } : {}),
    ...(typed.bornOn ? { bornOn: typed.bornOn } : {}),
    ...(typed.sex !== base.sex ? { sex: typed.sex } : {}),
    ...(moved ? { householdId: household } : {}),
    ...(moved || typed.relation !== base.relation ? { relation: household ? typed.relation : null } : {}),
    ...(typed.careTags.join() !== base.careTags.join() ? { careTags: typed.careTags } : {}),
  };
}

const childYears = 14;

/** Whether the form must ask for a guardian; the server decides. */
export function looksLikeChild(typed: TypedPerson, today: Date): boolean {
  const written = typed.bornOn || bornOnOf(typed.idNumber);
  if (!written) return false;
  const limit = new Date(today);
  limit.setUTCFullYear(limit.getUTCFullYear() - childYears);
  return written > limit.toISOString().slice(0, 10);
}

function bornOnOf(idNumber: string): string {
  const digits = /^\d{6}(\d{4})(\d{2})(\d{2})/.exec(idNumber.trim());
  return digits ? `${digits[1]}-${digits[2]}-${digits[3]}` : '';
}
