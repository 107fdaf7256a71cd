// May this happen, and what becomes of it? Pure: records and days in, answer or refusal code out.
import { type AgeBand, type CareTag, healthTags, type Relation } from '#contract/people/codes.ts';
import type { peopleProblems } from '#contract/people/words.ts';
import { addDays, ageOn } from '#kernel/calendar/time.ts';
import { birthdayOf, idNumberFault } from '#kernel/mask/identityNumber.ts';

/** Below this age a guardian decides (PIPL 31). */
export const childAge = 14;
/** Below this age a clear view needs approval (regulation on minors online, 2024). */
export const minorAge = 18;
export const minorAccessHours = 24;
/** The law says "in time"; we promise an answer in thirty days. */
export const erasureDays = 30;
export const openCorrectionsMax = 10;

export interface Refusal {
  code: keyof typeof peopleProblems | `id_number.${string}`;
  details?: Record<string, unknown>;
}

export function isChild(today: string, bornOn: string | null): boolean {
  const age = ageOn(today, bornOn);
  return age !== null && age < childAge;
}

export function isMinor(today: string, bornOn: string | null): boolean {
  const age = ageOn(today, bornOn);
  return age !== null && age < minorAge;
}

/** Days of birth of a band, both included; open ends are null. */
export function bornBetween(band: AgeBand, today: string): { from: string | null; to: string | null } {
  const yearsAgo = (years: number) => `${Number(today.slice(0, 4)) - years}${today.slice(4)}`;
  const spans: Record<AgeBand, { from: string | null; to: string | null }> = {
    under_14: { from: dayAfter(yearsAgo(14)), to: null },
    under_18: { from: dayAfter(yearsAgo(18)), to: null },
    over_60: { from: null, to: leapSafe(yearsAgo(60)) },
    over_80: { from: null, to: leapSafe(yearsAgo(80)) },
  };
  return spans[band];
}

// 29 February of a year that has none: who was born on the 28th is of age, who on 1 March is not.
function leapSafe(day: string): string {
  return Number.isNaN(Date.parse(day)) || new Date(day).getUTCDate() !== Number(day.slice(8))
    ? `${day.slice(0, 4)}-02-28`
    : day;
}

function dayAfter(day: string): string {
  return addDays(leapSafe(day), 1);
}

/** Tags as shown: the one of age is read from the day of birth. */
export function shownTags(stored: readonly CareTag[], age: number | null): CareTag[] {
  const others = stored.filter((tag) => tag !== 'aged_80');
  return age !== null && age >= 80 ? ['aged_80', ...others] : others;
}

export function storedTags(tags: readonly CareTag[]): CareTag[] {
  return [...new Set(tags)].filter((tag) => tag !== 'aged_80');
}

/** `2-10` stands behind `2-9`: numbers are padded, letters folded. */
export function roomOrder(room: string): string {
  return room
    .normalize('NFKC')
    .toUpperCase()
    .replace(/\d+/g, (digits) => digits.padStart(6, '0'));
}

export interface PersonFacts {
  bornOn: string | null;
  idNumber: string | null;
  careTags: readonly CareTag[];
  householdId: string | null;
  relation: Relation | null;
}

/** The first thing wrong with what is to be kept about a person, or null. */
export function personFault(facts: PersonFacts, today: string): Refusal | null {
  const { bornOn, idNumber, careTags } = facts;
  if (idNumber !== null) {
    const fault = idNumberFault(idNumber);
    if (fault) return { code: fault.code as `id_number.${string}`, details: fault.details };
    const certified = birthdayOf(idNumber);
    if (certified !== null && bornOn !== null && bornOn !== certified)
      return { code: 'person.born_on_differs', details: { bornOn: certified } };
  }
  if (bornOn !== null && bornOn > today) return { code: 'person.born_in_future', details: { bornOn } };
  const health = careTags.filter((tag) => healthTags.includes(tag));
  if (isChild(today, bornOn) && health.length > 0)
    return { code: 'person.no_health_tags_for_children', details: { tagCodes: health } };
  if (facts.relation !== null && facts.householdId === null)
    return { code: 'person.relation_without_household' };
  return null;
}

export interface GuardianFacts {
  /** False where nobody of the register was named. */
  named: boolean;
  bornOn: string | null;
  active: boolean;
}

/** A child under 14 is entered only with an adult guardian and that guardian's consent. */
export function childFault(
  child: { bornOn: string | null },
  guardian: GuardianFacts,
  consent: { given: boolean },
  today: string,
): Refusal | null {
  if (!isChild(today, child.bornOn)) return null;
  if (!guardian.named) return { code: 'person.guardian_missing' };
  const fault = guardianFault(guardian, today);
  if (fault) return fault;
  return consent.given ? null : { code: 'person.guardian_consent_missing' };
}

export function guardianFault(guardian: GuardianFacts, today: string): Refusal | null {
  if (!guardian.active) return { code: 'person.guardian_unknown' };
  return isMinor(today, guardian.bornOn) ? { code: 'person.guardian_minor' } : null;
}

export function hasEvidence(
  evidence: { evidenceFileId?: string | undefined; evidenceNote?: string | undefined } = {},
) {
  return evidence.evidenceFileId !== undefined || evidence.evidenceNote !== undefined;
}

/** Fields whose values differ, in the order of `after`. */
export function changedFields(before: object, after: object): string[] {
  const known = new Map(Object.entries(before));
  return Object.entries(after)
    .filter(
      ([field, value]) => value !== undefined && JSON.stringify(known.get(field)) !== JSON.stringify(value),
    )
    .map(([field]) => field);
}
