// The facts of an organisation while they are typed: everything is text until it is sent.
import type { OrganisationFacts } from '#contract/organisations/endpoints.ts';
import type { OrganisationKind } from '#contract/organisations/kinds.ts';
import type { OrganisationRecord } from '#contract/organisations/records.ts';
import type { Option } from '#web/ui/SelectField/SelectField.tsx';
import { organisationFormWords as say, organisationWords as words } from './words.ts';

export interface TypedFacts {
  kind: OrganisationKind;
  name: string;
  shortName: string;
  creditCode: string;
  industry: string;
  address: string;
  area: Option | null;
  parent: Option | null;
  councilMember: boolean;
  partyMemberCount: string;
  partyOrganisation: string;
}

export type FactKey = keyof TypedFacts;

export const noFacts: TypedFacts = {
  kind: 'enterprise',
  name: '',
  shortName: '',
  creditCode: '',
  industry: '',
  address: '',
  area: null,
  parent: null,
  councilMember: false,
  partyMemberCount: '',
  partyOrganisation: '',
};

export function typedFacts(record: OrganisationRecord): TypedFacts {
  return {
    kind: record.kind,
    name: record.name,
    shortName: record.shortName ?? '',
    creditCode: record.creditCode ?? '',
    industry: record.industry ?? '',
    address: record.address ?? '',
    area: { value: record.area.areaId, word: record.area.name },
    parent: record.parent && { value: record.parent.organisationId, word: record.parent.name },
    councilMember: record.councilMember,
    partyMemberCount: record.partyMemberCount === null ? '' : String(record.partyMemberCount),
    partyOrganisation: record.partyOrganisation ?? '',
  };
}

const orNull = (text: string): string | null => text.trim() || null;

export function sentFacts(typed: TypedFacts): OrganisationFacts {
  return {
    kind: typed.kind,
    name: typed.name.trim(),
    shortName: orNull(typed.shortName),
    creditCode: orNull(typed.creditCode),
    industry: orNull(typed.industry),
    address: orNull(typed.address),
    areaId: typed.area?.value ?? '',
    parentId: typed.parent?.value ?? null,
    councilMember: typed.councilMember,
    partyMemberCount: typed.partyMemberCount.trim() === '' ? null : Number(typed.partyMemberCount),
    partyOrganisation: orNull(typed.partyOrganisation),
  };
}

/** A fact as a person reads it, for the note on what somebody else changed. */
export function spoken(facts: TypedFacts, key: FactKey): string {
  const value = facts[key];
  if (key === 'kind') return words.kinds[facts.kind];
  if (typeof value === 'boolean') return value ? say.yes : say.no;
  return (typeof value === 'string' ? value : value?.word) || say.blank;
}

/** What the contract calls a typed fact, which is also the name in its words. */
export const fieldOf = (key: FactKey) => (key === 'area' ? 'areaId' : key === 'parent' ? 'parentId' : key);

const sameValue = (a: TypedFacts, b: TypedFacts, key: FactKey): boolean =>
  JSON.stringify(sentFacts(a)[fieldOf(key)]) === JSON.stringify(sentFacts(b)[fieldOf(key)]);

/** Facts in which what was typed and what is stored now differ, where the stored one was changed by another. */
export function conflicts(base: TypedFacts, typed: TypedFacts, current: TypedFacts): FactKey[] {
  const keys = Object.keys(noFacts) as FactKey[];
  return keys.filter((key) => !sameValue(base, current, key) && !sameValue(typed, current, key));
}

/** Takes over what another changed and this editor did not touch. */
export function merged(base: TypedFacts, typed: TypedFacts, current: TypedFacts): TypedFacts {
  const keys = Object.keys(noFacts) as FactKey[];
  const untouched = keys.filter((key) => sameValue(base, typed, key));
  return { ...typed, ...Object.fromEntries(untouched.map((key) => [key, current[key]])) };
}
