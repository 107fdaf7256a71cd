import { useState } from 'react';
import { allotments, audiences, categories, priorities, riskLevels } from '#contract/activities/codes.ts';
import { changeActivity, listProgrammes, planActivity } from '#contract/activities/endpoints.ts';
import type { ActivityRecord } from '#contract/activities/records.ts';
import { searchAreas } from '#web/lib/areas.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { ChoiceChips, TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { SearchField, SelectField } from '#web/ui/SelectField/SelectField.tsx';
import { SessionFields } from './SessionFields.tsx';
import { isTimed, noTyped, sentOf, type Typed, typedOf } from './typed.ts';
import { activityDeskWords, activityFormWords as say, activityPageWords as words } from './words.ts';

interface ActivityFormProps {
  /** Changes this one; writes a new draft without it. */
  record?: ActivityRecord;
  onSaved?: (record: ActivityRecord) => void;
  onClose: () => void;
}

/** Everything an organiser writes; of a published activity the server takes text and place only. */
export function ActivityForm({ record, onSaved, onClose }: ActivityFormProps) {
  const [typed, setTyped] = useState<Typed>(() => (record ? typedOf(record) : noTyped));
  const saved = (output: ActivityRecord) => {
    onSaved?.(output);
    onClose();
  };
  const plan = useCommand(planActivity, { onDone: saved });
  const change = useCommand(changeActivity, { onDone: saved });
  const error = plan.error ?? change.error;
  const isDraft = record === undefined || record.state === 'draft';
  const submit = () => {
    const body = sentOf(typed, isDraft);
    if (!record) return plan.mutate({ body });
    change.mutate({ params: { activityId: record.activityId }, body: { ...body, version: record.version } });
  };
  return (
    <FormDrawer
      isOpen
      title={record ? say.editTitle : say.newTitle}
      busy={plan.isPending || change.isPending}
      problem={error ? sentenceOf(error) : null}
      reason={missing(typed, isDraft)}
      onSubmit={submit}
      onClose={onClose}
    >
      <Told typed={typed} onChange={setTyped} />
      {isDraft && <Rules typed={typed} onChange={setTyped} />}
      <Risk typed={typed} onChange={setTyped} />
      {isDraft && (
        <SessionFields sessions={typed.sessions} onChange={(sessions) => setTyped({ ...typed, sessions })} />
      )}
    </FormDrawer>
  );
}

function missing({ facts, area, sessions }: Typed, isDraft: boolean): string | undefined {
  if (!facts.title.trim()) return say.titleMissing;
  if (!facts.place.trim()) return say.placeMissing;
  if (!area) return say.areaMissing;
  return isDraft && !sessions.every(isTimed) ? say.sessionMissing : undefined;
}

interface PartProps {
  typed: Typed;
  onChange: (typed: Typed) => void;
}

const options = <Value extends string>(values: readonly Value[], labels: Record<Value, string>) =>
  values.map((value) => ({ value, word: labels[value] }));

function Told({ typed, onChange }: PartProps) {
  const { data } = useRead(listProgrammes);
  const { facts } = typed;
  const set = (changes: Partial<Typed['facts']>) => onChange({ ...typed, facts: { ...facts, ...changes } });
  const programmes = (data?.items ?? []).filter(({ status }) => status === 'active');
  return (
    <>
      <TextField
        label={words.fields.title}
        value={facts.title}
        maxLength={60}
        onChange={(title) => set({ title })}
      />
      <SelectField
        label={words.fields.category}
        options={options(categories, activityDeskWords.categories)}
        value={facts.category}
        onChange={(value) => set({ category: categories.find((one) => one === value) ?? 'civility' })}
      />
      <SelectField
        label={words.fields.programmeId}
        optional
        placeholder={say.noProgramme}
        options={programmes.map(({ programmeId, name }) => ({ value: programmeId, word: name }))}
        value={facts.programmeId}
        onChange={(programmeId) => set({ programmeId })}
      />
      <SearchField
        label={words.fields.areaId}
        value={typed.area ? [typed.area] : []}
        search={searchAreas}
        onChange={([area]) => onChange({ ...typed, area: area ?? null })}
      />
      <TextField
        label={words.fields.place}
        value={facts.place}
        maxLength={120}
        onChange={(place) => set({ place })}
      />
      <TextField
        label={words.fields.body}
        optional
        rows={4}
        value={facts.body}
        maxLength={4000}
        onChange={(body) => set({ body })}
      />
    </>
  );
}

function Rules({ typed, onChange }: PartProps) {
  const { facts } = typed;
  const set = (changes: Partial<Typed['facts']>) => onChange({ ...typed, facts: { ...facts, ...changes } });
  const figure = (
    key: 'ageMin' | 'ageMax' | 'accompaniedBelow' | 'familyCap' | 'confirmHours',
    help?: string,
  ) => (
    <TextField
      label={words.fields[key]}
      help={help}
      optional={key !== 'confirmHours'}
      inputMode="numeric"
      value={typed[key]}
      onChange={(value) => onChange({ ...typed, [key]: value.replace(/\D/g, '').slice(0, 3) })}
    />
  );
  return (
    <>
      {figure('ageMin', say.ageHelp)}
      {figure('ageMax', say.ageHelp)}
      {figure('accompaniedBelow', say.belowHelp)}
      <ChoiceChips
        label={words.fields.isFor}
        choices={options(audiences, words.audiences)}
        value={facts.isFor}
        onChange={(isFor) => set({ isFor })}
      />
      <ChoiceChips
        label={words.fields.allotment}
        choices={options(allotments, words.allotments)}
        value={facts.allotment}
        onChange={(allotment) => set({ allotment })}
      />
      <SelectField
        label={words.fields.priority}
        help={say.priorityHelp[facts.allotment]}
        options={options(priorities, words.priorities)}
        value={facts.priority}
        onChange={(value) => set({ priority: priorities.find((one) => one === value) ?? 'none' })}
      />
      {figure('familyCap', say.capHelp)}
      {figure('confirmHours')}
      <ChoiceChips
        label={words.fields.guardianConsent}
        choices={[
          { value: 'yes', word: words.yes },
          { value: 'no', word: words.no },
        ]}
        value={facts.guardianConsent ? 'yes' : 'no'}
        onChange={(value) => set({ guardianConsent: value === 'yes' })}
      />
    </>
  );
}

function Risk({ typed, onChange }: PartProps) {
  const { facts } = typed;
  const set = (changes: Partial<Typed['facts']>) => onChange({ ...typed, facts: { ...facts, ...changes } });
  const asked =
    facts.riskLevel === 'low'
      ? []
      : facts.riskLevel === 'medium'
        ? (['riskTold'] as const)
        : (['riskTold', 'insurance', 'agreement'] as const);
  return (
    <>
      <ChoiceChips
        label={words.fields.riskLevel}
        choices={options(riskLevels, words.risks)}
        value={facts.riskLevel}
        onChange={(riskLevel) => set({ riskLevel })}
      />
      {asked.map((key) => (
        <TextField
          key={key}
          label={words.fields[key]}
          rows={2}
          value={facts[key] ?? ''}
          maxLength={500}
          onChange={(value) => set({ [key]: value })}
        />
      ))}
    </>
  );
}
