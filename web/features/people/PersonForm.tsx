import { useState } from 'react';
import { z } from 'zod';
import { careTags, guardianRelations, relations, sexes } from '#contract/people/codes.ts';
import { correctPerson, registerPerson } from '#contract/people/endpoints.ts';
import { type PersonRecord, person as personRecord } from '#contract/people/records.ts';
import { searchAreas } from '#web/lib/areas.ts';
import { moment } from '#web/lib/formats.ts';
import { ProblemError, sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { ChoiceChips, TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { type Option, SearchField, SelectField } from '#web/ui/SelectField/SelectField.tsx';
import { ChooseMany } from './ChooseMany.tsx';
import { choicesOf, searchHouseholds, searchPersons } from './parts.tsx';
import {
  corrections,
  looksLikeChild,
  noPerson,
  registration,
  type TypedPerson,
  typedPerson,
} from './personFacts.ts';
import { householdWords, labels, listMark, personFormWords as words } from './words.ts';

interface PersonFormProps {
  /** Corrects this one; registers a new one without it. */
  person?: PersonRecord;
  /** Where a new one will live. */
  household?: Option;
  onSaved?: (person: PersonRecord) => void;
  onClose: () => void;
}

/** Registers or corrects a resident; after a colleague's change it says what changed and keeps what was typed. */
export function PersonForm({ person, household, onSaved, onClose }: PersonFormProps) {
  const [record, setRecord] = useState(person);
  const [typed, setTyped] = useState<TypedPerson>(() =>
    person ? typedPerson(person) : { ...noPerson, household: household ?? null },
  );
  const [stale, setStale] = useState<ProblemError | null>(null);
  const saved = (output: PersonRecord) => {
    onSaved?.(output);
    onClose();
  };
  const register = useCommand(registerPerson, { onDone: saved });
  const correct = useCommand(correctPerson, { onDone: saved });
  const error = register.error ?? correct.error;
  const isStale = error instanceof ProblemError && error.code === 'version.stale';

  const submit = () => {
    if (!record || !person) return register.mutate({ body: registration(typed) });
    correct.mutate(
      {
        params: { personId: record.personId },
        body: { version: record.version, ...corrections(typedPerson(person), typed) },
      },
      {
        onError: (refused) => {
          const current = currentOf(refused);
          if (!current) return;
          setStale(refused as ProblemError);
          setRecord(current);
        },
      },
    );
  };
  return (
    <FormDrawer
      isOpen
      title={person ? words.editTitle(person.name) : words.newTitle}
      verb={stale ? words.goOn : person ? undefined : words.save}
      busy={register.isPending || correct.isPending}
      problem={error && !isStale ? sentenceOf(error) : null}
      reason={person ? undefined : missing(typed)}
      onSubmit={submit}
      onClose={onClose}
    >
      {stale && <ChangedMeanwhile problem={stale} />}
      <PersonFields
        typed={typed}
        isNew={!person}
        faults={error instanceof ProblemError ? error.fields : {}}
        onChange={(changes) => setTyped({ ...typed, ...changes })}
      />
    </FormDrawer>
  );
}

function missing(typed: TypedPerson): string | undefined {
  if (!typed.name.trim()) return words.missingName;
  return typed.household || typed.area ? undefined : words.missingPlace;
}

function currentOf(refused: Error): PersonRecord | null {
  if (!(refused instanceof ProblemError) || refused.code !== 'version.stale') return null;
  return personRecord.safeParse(refused.details.current).data ?? null;
}

const staleDetails = z.object({
  changedBy: z.string(),
  changedAt: z.string(),
  changes: z.array(z.object({ label: z.string() })),
});

function ChangedMeanwhile({ problem }: { problem: ProblemError }) {
  const { changedBy, changedAt, changes } = staleDetails.parse(problem.details);
  return (
    <>
      <Banner kind="notice">{householdWords.conflict(changedBy, moment(changedAt))}</Banner>
      <p className="jia-caption">{changes.map((change) => change.label).join(listMark)}</p>
    </>
  );
}

interface FieldsProps {
  typed: TypedPerson;
  isNew: boolean;
  faults: Readonly<Record<string, string>>;
  onChange: (changes: Partial<TypedPerson>) => void;
}

const kept = careTags.filter((tag) => tag !== 'aged_80');

function PersonFields({ typed, isNew, faults, onChange }: FieldsProps) {
  const keep = isNew ? undefined : words.keepHelp;
  return (
    <>
      <TextField
        label={words.name}
        help={keep ?? words.nameHelp}
        error={faults.name}
        value={typed.name}
        maxLength={40}
        onChange={(name) => onChange({ name })}
      />
      <TextField
        label={words.phone}
        help={keep}
        error={faults.phone}
        optional
        type="tel"
        value={typed.phone}
        maxLength={12}
        onChange={(phone) => onChange({ phone })}
      />
      <TextField
        label={words.idNumber}
        help={keep}
        error={faults.idNumber}
        optional
        value={typed.idNumber}
        maxLength={18}
        onChange={(idNumber) => onChange({ idNumber })}
      />
      <TextField
        label={words.bornOn}
        help={keep ?? words.bornOnHelp}
        error={faults.bornOn}
        optional
        type="date"
        value={typed.bornOn}
        onChange={(bornOn) => onChange({ bornOn })}
      />
      <ChoiceChips
        label={words.sex}
        choices={choicesOf(sexes, labels.sex)}
        value={typed.sex}
        onChange={(sex) => onChange({ sex })}
      />
      <PlaceFields typed={typed} isNew={isNew} onChange={onChange} />
      <ChooseMany
        label={words.careTags}
        choices={choicesOf(kept, labels.careTag)}
        value={typed.careTags}
        onChange={(tags) => onChange({ careTags: tags })}
      />
      {isNew && looksLikeChild(typed, new Date()) && <GuardianFields typed={typed} onChange={onChange} />}
    </>
  );
}

function PlaceFields({ typed, isNew, onChange }: Omit<FieldsProps, 'faults'>) {
  return (
    <>
      <SearchField
        label={words.household}
        help={words.householdHelp}
        optional
        value={typed.household ? [typed.household] : []}
        search={searchHouseholds}
        onChange={([household]) => onChange({ household: household ?? null })}
      />
      {isNew && !typed.household && (
        <SearchField
          label={words.area}
          help={words.areaHelp}
          optional
          value={typed.area ? [typed.area] : []}
          search={searchAreas}
          onChange={([area]) => onChange({ area: area ?? null })}
        />
      )}
      {typed.household && (
        <SelectField
          label={words.relation}
          optional
          options={choicesOf(relations, labels.relation)}
          value={typed.relation}
          onChange={(chosen) => onChange({ relation: relations.find((one) => one === chosen) ?? null })}
        />
      )}
    </>
  );
}

function GuardianFields({ typed, onChange }: Pick<FieldsProps, 'typed' | 'onChange'>) {
  return (
    <>
      <Banner kind="notice">{words.childTitle}</Banner>
      <SearchField
        label={words.guardian}
        help={words.guardianHelp}
        value={typed.guardian ? [typed.guardian] : []}
        search={searchPersons}
        onChange={([guardian]) => onChange({ guardian: guardian ?? null })}
      />
      <ChoiceChips
        label={words.guardianRelation}
        choices={choicesOf(guardianRelations, labels.guardian)}
        value={typed.guardianRelation}
        onChange={(guardianRelation) => onChange({ guardianRelation })}
      />
      <TextField
        label={words.consent}
        help={words.consentHelp}
        value={typed.consentNote}
        maxLength={100}
        onChange={(consentNote) => onChange({ consentNote })}
      />
    </>
  );
}
