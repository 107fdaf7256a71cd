import { useState } from 'react';
import { type DirectoryUnitKind, directoryUnitKinds } from '#contract/cases/duty/codes.ts';
import { changeEntry, createEntry, listDutyItems } from '#contract/cases/duty/endpoints.ts';
import type { DirectoryEntry, DirectoryUnit } from '#contract/cases/duty/records.ts';
import { call } from '#web/lib/call.ts';
import { dayStamp } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { AreaPicker } from '#web/ui/AreaPicker/AreaPicker.tsx';
import { ChoiceChips, Field, TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { type Option, SearchField, SelectField } from '#web/ui/SelectField/SelectField.tsx';
import { searchOrganisations } from './DutyForm.tsx';
import { useMatterOptions } from './matters.ts';
import { dutyLabels, directoryWords as words } from './words.ts';

interface DirectoryFormProps {
  /** Changes this one; adds a new one without it. */
  entry: DirectoryEntry | null;
  onClose: () => void;
}

export function DirectoryForm({ entry, onClose }: DirectoryFormProps) {
  const [typed, setTyped] = useState(() => typedOf(entry));
  const matters = useMatterOptions();
  const create = useCommand(createEntry, { onDone: onClose });
  const change = useCommand(changeEntry, { onDone: onClose });
  const error = create.error ?? change.error;
  const set = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const body = bodyOf(typed);
  const submit = () => {
    if (!body) return;
    if (entry)
      change.mutate({ params: { entryId: entry.entryId }, body: { ...body, version: entry.version } });
    else create.mutate({ body });
  };
  return (
    <FormDrawer
      isOpen
      title={entry ? words.changeTitle(entry.matter.name) : words.addTitle}
      {...(entry ? {} : { verb: words.add })}
      busy={create.isPending || change.isPending}
      problem={error && sentenceOf(error)}
      reason={body ? undefined : words.missing}
      onSubmit={submit}
      onClose={onClose}
    >
      <SelectField
        label={words.matter}
        options={matters}
        value={typed.matterCode}
        onChange={(matterCode) => set({ matterCode })}
      />
      <Field label={words.area} optional help={words.areaHelp}>
        {(ids) => <AreaPicker {...ids} value={typed.areaId} onChange={(areaId) => set({ areaId })} />}
      </Field>
      <Lead typed={typed} set={set} />
      <SearchField
        label={words.helpers}
        optional
        many
        value={typed.helpers}
        search={searchHelpers}
        onChange={(helpers) => set({ helpers })}
      />
      <TextField
        label={words.rule}
        help={words.ruleHelp}
        rows={2}
        maxLength={300}
        value={typed.rule}
        onChange={(rule) => set({ rule })}
      />
      <SearchField
        label={words.duty}
        optional
        value={typed.duty}
        search={searchDuties}
        onChange={(duty) => set({ duty })}
      />
      <Period typed={typed} set={set} />
    </FormDrawer>
  );
}

function Period({ typed, set }: { typed: Typed; set: (part: Partial<Typed>) => void }) {
  return (
    <>
      <TextField
        label={words.validFrom}
        type="date"
        value={typed.validFrom}
        onChange={(validFrom) => set({ validFrom })}
      />
      <TextField
        label={words.validTo}
        optional
        type="date"
        value={typed.validTo}
        onChange={(validTo) => set({ validTo })}
      />
    </>
  );
}

function Lead({ typed, set }: { typed: Typed; set: (part: Partial<Typed>) => void }) {
  return (
    <>
      <ChoiceChips
        label={words.leadKind}
        choices={directoryUnitKinds.map((value) => ({ value, word: dutyLabels.unitKind[value] }))}
        value={typed.leadKind}
        onChange={(leadKind) => set({ leadKind })}
      />
      {typed.leadKind === 'organisation' && (
        <SearchField
          label={words.leadUnit}
          value={typed.lead}
          search={searchOrganisations}
          onChange={(lead) => set({ lead })}
        />
      )}
    </>
  );
}

/** Whoever stands at the place comes first: that needs no name. */
async function searchHelpers(typed: string): Promise<Option[]> {
  const local = directoryUnitKinds
    .filter((kind) => kind !== 'organisation' && dutyLabels.unitKind[kind].includes(typed))
    .map((kind) => ({ value: kind, word: dutyLabels.unitKind[kind] }));
  return [...local, ...(await searchOrganisations(typed))];
}

const searchDuties = async (typed: string): Promise<Option[]> =>
  (await call(listDutyItems, { query: { limit: 20, ...(typed ? { search: typed } : {}) } })).items.map(
    ({ dutyItemId, code, text }) => ({ value: dutyItemId, word: `${code} ${text}` }),
  );

const optionOf = ({ kind, unitId, name }: DirectoryUnit): Option => ({ value: unitId ?? kind, word: name });

const unitOf = ({ value }: Option): { kind: DirectoryUnitKind; unitId: string | null } => {
  const local = directoryUnitKinds.find((kind) => kind === value);
  return local ? { kind: local, unitId: null } : { kind: 'organisation', unitId: value };
};

function typedOf(entry: DirectoryEntry | null) {
  return {
    matterCode: entry?.matter.code ?? null,
    areaId: entry?.area?.areaId ?? null,
    leadKind: (entry?.lead.kind ?? 'community') as DirectoryUnitKind,
    lead: entry?.lead.unitId ? [optionOf(entry.lead)] : [],
    helpers: (entry?.helpers ?? []).map(optionOf),
    rule: entry?.rule ?? '',
    duty: entry?.dutyItem
      ? [{ value: entry.dutyItem.dutyItemId, word: `${entry.dutyItem.code} ${entry.dutyItem.text}` }]
      : [],
    validFrom: entry?.validFrom ?? dayStamp(new Date()),
    validTo: entry?.validTo ?? '',
  };
}
type Typed = ReturnType<typeof typedOf>;

/** Null while something is missing. */
function bodyOf({ matterCode, leadKind, lead, rule, ...typed }: Typed) {
  const [unit] = lead;
  if (!matterCode || !rule.trim() || !typed.validFrom || (leadKind === 'organisation' && !unit)) return null;
  return {
    matterCode,
    areaId: typed.areaId,
    lead: leadKind === 'organisation' && unit ? unitOf(unit) : { kind: leadKind, unitId: null },
    helpers: typed.helpers.map(unitOf),
    rule: rule.trim(),
    dutyItemId: typed.duty[0]?.value ?? null,
    validFrom: typed.validFrom,
    validTo: typed.validTo || null,
  };
}
