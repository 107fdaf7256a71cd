import { type GuardianRelation, noticeVersion } from '#contract/people/codes.ts';
import type { ImportOutcome } from '#kernel/imports/definition.ts';
import { birthdayOf, sexOf } from '#kernel/mask/identityNumber.ts';
import { Problem } from '#kernel/problem.ts';
import { covers } from '#kernel/scope.ts';
import type { RosterLine } from '../imports.ts';
import { childFault, isMinor, personFault, type Refusal, storedTags } from '../rules.ts';
import { idNumberColumns, idNumberIndex, nameColumns, phoneColumns, phoneIndex } from '../store/columns.ts';
import type { PersonRow } from '../store/persons.ts';
import type { ConsentRow } from '../store/protection.ts';
import { refuse } from './persons.ts';
import type { HouseholdPlan, Roster } from './roster.ts';

export interface PersonPlan {
  row: PersonRow;
  fresh: boolean;
  changed: boolean;
  /** For a fresh minor: who answers for it, and the paper. */
  guardian: {
    guardianId: string;
    relation: GuardianRelation;
    consent: Pick<
      ConsentRow,
      'purpose' | 'way' | 'evidence_file_id' | 'evidence_note' | 'notice_version' | 'withdrawn_at'
    > | null;
  } | null;
}

type NamedLine = RosterLine & { name: string };

/** Decides what a row with a name means: somebody new, a change, or nothing. */
export function planPerson(roster: Roster, line: NamedLine, household: HouseholdPlan): ImportOutcome {
  const found = findPlan(roster, line, household);
  if (!found) return planFresh(roster, line, household);
  return roster.mode === 'add_only' && !found.fresh
    ? 'unchanged'
    : planChange(roster, line, household, found);
}

/** By identity number, else by name in the home, unless the numbers tell the two apart. */
function findPlan(roster: Roster, line: NamedLine, household: HouseholdPlan): PersonPlan | undefined {
  const index = line.idNumber ? idNumberIndex(roster.context.services.crypto, line.idNumber) : null;
  const certified = index === null ? undefined : roster.byIdNumber.get(index);
  if (certified) return certified;
  const { name } = nameColumns(line.name);
  return household.members.find(
    ({ row }) => row.name === name && (index === null || row.id_number_index === null),
  );
}

function planFresh(roster: Roster, line: NamedLine, household: HouseholdPlan): ImportOutcome {
  const { context, today } = roster;
  const bornOn = bornOnOf(line);
  check(roster, line, household, { bornOn, careTags: line.careTags ?? [] });
  const guardian = guardianOf(roster, line, household, bornOn);
  refuseAt(
    'guardianName',
    childFault(
      { bornOn },
      {
        named: line.guardianName !== undefined,
        bornOn: guardian?.row.born_on ?? null,
        active: guardian !== null,
      },
      { given: line.consentNote !== undefined },
      today,
    ),
  );

  const now = context.now.toISOString();
  const { crypto } = context.services;
  const plan: PersonPlan = {
    row: {
      street_id: context.streetId,
      id: context.newId(),
      ...nameColumns(line.name),
      sex: line.sex ?? (line.idNumber ? sexOf(line.idNumber) : null),
      born_on: bornOn,
      ...phoneColumns(crypto, line.phone ?? null),
      ...idNumberColumns(crypto, line.idNumber ?? null),
      ...placeOf(household),
      relation: line.relation ?? null,
      care_tags: storedTags(line.careTags ?? []),
      status: 'active',
      ended_at: null,
      registered_at: now,
      updated_at: now,
      updated_by: context.actor.displayName,
      version: 1,
    },
    fresh: true,
    changed: false,
    guardian:
      guardian && isMinor(today, bornOn)
        ? {
            guardianId: guardian.row.id,
            relation: line.guardianRelation ?? 'other',
            consent: line.consentNote === undefined ? null : paper(line.consentNote),
          }
        : null,
  };
  household.members.push(plan);
  if (plan.row.id_number_index) roster.byIdNumber.set(plan.row.id_number_index, plan);
  return 'created';
}

const paper = (note: string) =>
  ({
    purpose: 'child_record',
    way: 'paper',
    evidence_file_id: null,
    evidence_note: note,
    notice_version: noticeVersion,
    withdrawn_at: null,
  }) as const;

function planChange(
  roster: Roster,
  line: NamedLine,
  household: HouseholdPlan,
  plan: PersonPlan,
): ImportOutcome {
  const { row } = plan;
  if (!covers(roster.context.actor, 'person.edit', row.area_path))
    throw new Problem('person.outside_your_area', 403, { column: 'idNumber' });
  if (row.status !== 'active') throw new Problem('person.departed', 409, { column: 'name' });
  const next = changedRow(roster, line, household, row);
  if (same(row, next)) return 'unchanged';

  check(roster, line, household, { bornOn: next.born_on, careTags: next.care_tags }, row.id);
  plan.row = next;
  plan.changed = !plan.fresh;
  if (row.household_id !== next.household_id) household.members.push(plan);
  return plan.fresh ? 'created' : 'updated';
}

/** Blank cells leave what is known. */
function changedRow(roster: Roster, line: NamedLine, household: HouseholdPlan, row: PersonRow): PersonRow {
  const { crypto } = roster.context.services;
  const phoned = line.phone !== undefined && phoneIndex(crypto, line.phone) !== row.phone_index;
  const certified = line.idNumber !== undefined && row.id_number_index === null;
  return {
    ...row,
    ...nameColumns(line.name),
    sex: line.sex ?? row.sex,
    born_on: bornOnOf(line) ?? row.born_on,
    ...(phoned ? phoneColumns(crypto, line.phone ?? null) : {}),
    ...(certified ? idNumberColumns(crypto, line.idNumber ?? null) : {}),
    ...placeOf(household),
    relation: line.relation ?? (row.household_id === household.row.id ? row.relation : null),
    care_tags: line.careTags === undefined ? row.care_tags : storedTags(line.careTags),
  };
}

const compared = [
  'name',
  'sex',
  'born_on',
  'phone_index',
  'id_number_index',
  'household_id',
  'relation',
] as const;

function same(before: PersonRow, after: PersonRow): boolean {
  const tags = (row: PersonRow) => row.care_tags.toSorted().join();
  return compared.every((column) => before[column] === after[column]) && tags(before) === tags(after);
}

const bornOnOf = (line: RosterLine): string | null =>
  line.bornOn ?? (line.idNumber ? birthdayOf(line.idNumber) : null);

function placeOf(household: HouseholdPlan) {
  const { id, area_id, area_path, address, address_grams } = household.row;
  return { household_id: id, area_id, area_path, address, address_grams };
}

/** What no row may say, new or changed. */
function check(
  roster: Roster,
  line: NamedLine,
  household: HouseholdPlan,
  facts: { bornOn: string | null; careTags: PersonRow['care_tags'] },
  ownId?: string,
): void {
  refuseAt(
    'bornOn',
    personFault(
      { ...facts, idNumber: line.idNumber ?? null, householdId: household.row.id, relation: null },
      roster.today,
    ),
  );
  const head = household.members.find(({ row }) => row.relation === 'head' && row.id !== ownId);
  if (line.relation === 'head' && head) throw new Problem('person.head_taken', 409, { column: 'relation' });
}

/** An adult of the same home by that name. */
function guardianOf(
  roster: Roster,
  line: NamedLine,
  household: HouseholdPlan,
  bornOn: string | null,
): PersonPlan | null {
  if (line.guardianName === undefined || !isMinor(roster.today, bornOn)) return null;
  const { name } = nameColumns(line.guardianName);
  return household.members.find(({ row }) => row.name === name) ?? null;
}

/** A refusal of the rules, with the column that is shown red. */
function refuseAt(column: string, refusal: Refusal | null): void {
  if (refusal) refuse({ ...refusal, details: { ...refusal.details, column } });
}
