import { useState } from 'react';
import {
  correctOrganisation,
  listOrganisations,
  registerOrganisation,
} from '#contract/organisations/endpoints.ts';
import { organisationKinds } from '#contract/organisations/kinds.ts';
import { type OrganisationRecord, organisation } from '#contract/organisations/records.ts';
import { searchAreas } from '#web/lib/areas.ts';
import { call } from '#web/lib/call.ts';
import { ProblemError, sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { ChoiceChips, TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { SearchField, SelectField } from '#web/ui/SelectField/SelectField.tsx';
import { ConflictNote } from './ConflictNote.tsx';
import { merged, noFacts, sentFacts, type TypedFacts, typedFacts } from './facts.ts';
import { organisationFormWords as say, organisationWords as words } from './words.ts';

interface OrganisationFormProps {
  /** Corrects this one; registers a new one without it. */
  record?: OrganisationRecord;
  onSaved?: (record: OrganisationRecord) => void;
  onClose: () => void;
}

/** Registers or corrects; when another was faster, shows what differs and keeps what was typed. */
export function OrganisationForm({ record, onSaved, onClose }: OrganisationFormProps) {
  const [base, setBase] = useState(record);
  const [typed, setTyped] = useState(() => (record ? typedFacts(record) : noFacts));
  const [stale, setStale] = useState<ProblemError | null>(null);
  const saved = (output: OrganisationRecord) => {
    onSaved?.(output);
    onClose();
  };
  const register = useCommand(registerOrganisation, { onDone: saved });
  const correct = useCommand(correctOrganisation, { onDone: saved });
  const error = register.error ?? correct.error;
  const isStale = error instanceof ProblemError && error.code === 'version.stale';
  const faults = error instanceof ProblemError ? error.fields : {};
  const change = (changes: Partial<TypedFacts>) => setTyped({ ...typed, ...changes });

  const submit = () => {
    if (!base) return register.mutate({ body: sentFacts(typed) });
    const request = {
      params: { organisationId: base.organisationId },
      body: { ...sentFacts(typed), version: base.version },
    };
    correct.mutate(request, { onError: meetStale });
  };
  const meetStale = (refused: Error) => {
    const current = currentOf(refused);
    if (!current || !base) return;
    setTyped(merged(typedFacts(base), typed, typedFacts(current)));
    setStale(refused as ProblemError);
    setBase(current);
  };

  return (
    <FormDrawer
      isOpen
      title={base ? say.editTitle(base.name) : say.newTitle}
      verb={stale ? say.goOn : base ? undefined : words.register}
      busy={register.isPending || correct.isPending}
      problem={error && !isStale ? sentenceOf(error) : null}
      reason={!typed.name.trim() ? say.nameHelp : typed.area ? undefined : say.areaHelp}
      onSubmit={submit}
      onClose={onClose}
    >
      {stale && base && record && (
        <ConflictNote
          by={String(stale.details.changedBy)}
          at={String(stale.details.changedAt)}
          base={typedFacts(record)}
          typed={typed}
          current={typedFacts(base)}
          onTake={change}
        />
      )}
      <OrganisationFields typed={typed} onChange={change} faults={faults} />
    </FormDrawer>
  );
}

function currentOf(refused: Error): OrganisationRecord | null {
  if (!(refused instanceof ProblemError) || refused.code !== 'version.stale') return null;
  return organisation.safeParse(refused.details.current).data ?? null;
}

interface FieldsProps {
  typed: TypedFacts;
  onChange: (changes: Partial<TypedFacts>) => void;
  faults: Readonly<Record<string, string>>;
}

const kindOptions = organisationKinds.map((value) => ({ value, word: words.kinds[value] }));

function OrganisationFields({ typed, onChange, faults }: FieldsProps) {
  const labels = words.fields;
  const text = (
    key: 'name' | 'shortName' | 'creditCode' | 'industry' | 'address' | 'partyOrganisation',
    max: number,
  ) => ({
    label: labels[key],
    value: typed[key],
    maxLength: max,
    error: faults[key],
    onChange: (value: string) => onChange({ [key]: value }),
  });
  return (
    <>
      <TextField {...text('name', 120)} help={say.nameHelp} />
      <SelectField
        label={labels.kind}
        options={kindOptions}
        value={typed.kind}
        onChange={(kind) => onChange({ kind: organisationKinds.find((one) => one === kind) ?? 'enterprise' })}
      />
      <SearchField
        label={labels.areaId}
        help={say.areaHelp}
        error={faults.areaId}
        value={typed.area ? [typed.area] : []}
        search={searchAreas}
        onChange={([area]) => onChange({ area: area ?? null })}
      />
      <TextField {...text('creditCode', 40)} help={say.creditCodeHelp} optional />
      <TextField {...text('shortName', 40)} optional />
      <TextField {...text('industry', 60)} optional />
      <TextField {...text('address', 200)} optional />
      <SearchField
        label={labels.parentId}
        optional
        value={typed.parent ? [typed.parent] : []}
        search={searchOrganisations}
        onChange={([parent]) => onChange({ parent: parent ?? null })}
      />
      <TextField
        label={labels.partyMemberCount}
        help={say.partyHelp}
        error={faults.partyMemberCount && say.wrongNumber}
        optional
        inputMode="numeric"
        value={typed.partyMemberCount}
        onChange={(value) => onChange({ partyMemberCount: value.replace(/\D/g, '').slice(0, 6) })}
      />
      <TextField {...text('partyOrganisation', 120)} optional />
      <ChoiceChips
        label={labels.councilMember}
        choices={[
          { value: 'yes', word: say.yes },
          { value: 'no', word: say.no },
        ]}
        value={typed.councilMember ? 'yes' : 'no'}
        onChange={(value) => onChange({ councilMember: value === 'yes' })}
      />
    </>
  );
}

export async function searchOrganisations(typed: string) {
  const { items } = await call(listOrganisations, {
    query: { limit: 20, ...(typed ? { search: typed } : {}) },
  });
  return items.map(({ organisationId, name, area }) => ({
    value: organisationId,
    word: `${name} · ${area.name}`,
  }));
}
