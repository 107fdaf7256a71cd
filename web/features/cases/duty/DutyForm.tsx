import { useState } from 'react';
import { type CommunityDuty, communityDuties } from '#contract/cases/codes.ts';
import { changeDutyItem, createDutyItem } from '#contract/cases/duty/endpoints.ts';
import type { DutyItem } from '#contract/cases/duty/records.ts';
import { listOrganisations } from '#contract/organisations/endpoints.ts';
import { call } from '#web/lib/call.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { ChoiceChips, TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { type Option, SearchField } from '#web/ui/SelectField/SelectField.tsx';
import { useMatterOptions } from './matters.ts';
import { dutyLabels, dutyWords as words } from './words.ts';

interface DutyFormProps {
  /** Changes this one; adds a new one without it. */
  item: DutyItem | null;
  onClose: () => void;
}

export function DutyForm({ item, onClose }: DutyFormProps) {
  const [typed, setTyped] = useState(() => typedOf(item));
  const create = useCommand(createDutyItem, { onDone: onClose });
  const change = useCommand(changeDutyItem, { onDone: onClose });
  const error = create.error ?? change.error;
  const set = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const submit = () => {
    const body = bodyOf(typed);
    if (item)
      change.mutate({ params: { dutyItemId: item.dutyItemId }, body: { ...body, version: item.version } });
    else create.mutate({ body });
  };
  return (
    <FormDrawer
      isOpen
      title={item ? words.changeTitle(item.code) : words.addTitle}
      {...(item ? {} : { verb: words.add })}
      busy={create.isPending || change.isPending}
      problem={error && sentenceOf(error)}
      reason={typed.code.trim() && typed.text.trim() ? undefined : words.missing}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={words.columns.code}
        maxLength={40}
        value={typed.code}
        onChange={(code) => set({ code })}
      />
      <TextField
        label={words.columns.text}
        rows={3}
        maxLength={500}
        value={typed.text}
        onChange={(text) => set({ text })}
      />
      <ChoiceChips
        label={words.community}
        choices={communityDuties.map((value) => ({ value, word: dutyLabels.communityDuty[value] }))}
        value={typed.communityDuty}
        onChange={(communityDuty) => set({ communityDuty })}
      />
      <Where typed={typed} set={set} />
    </FormDrawer>
  );
}

interface PartProps {
  typed: Typed;
  set: (part: Partial<Typed>) => void;
}

/** Who owns it, on what it rests, and the matters it answers. */
function Where({ typed, set }: PartProps) {
  const options = useMatterOptions();
  return (
    <>
      <SearchField
        label={words.columns.owner}
        optional
        value={typed.owner}
        search={searchOrganisations}
        onChange={(owner) => set({ owner })}
      />
      {typed.owner.length === 0 && (
        <TextField
          label={words.ownerName}
          optional
          help={words.ownerNameHelp}
          maxLength={120}
          value={typed.ownerName}
          onChange={(ownerName) => set({ ownerName })}
        />
      )}
      <SearchField
        label={words.columns.matters}
        optional
        many
        help={words.mattersHelp}
        value={typed.matters}
        search={async (part) =>
          options.filter(({ value, word }) => word.includes(part) || value.startsWith(part))
        }
        onChange={(matters) => set({ matters })}
      />
      {plainFields.map(({ key, max, help }) => (
        <TextField
          key={key}
          label={words.columns[key]}
          optional
          {...(help ? { help } : {})}
          maxLength={max}
          value={typed[key]}
          onChange={(value) => set({ [key]: value })}
        />
      ))}
    </>
  );
}

const plainFields: readonly {
  key: 'category' | 'leader' | 'basis' | 'frequency';
  max: number;
  help?: string;
}[] = [
  { key: 'basis', max: 300 },
  { key: 'leader', max: 60, help: words.leaderHelp },
  { key: 'category', max: 60 },
  { key: 'frequency', max: 60 },
];

export const searchOrganisations = async (typed: string): Promise<Option[]> =>
  (await call(listOrganisations, { query: { limit: 20, ...(typed ? { search: typed } : {}) } })).items.map(
    ({ organisationId, name }) => ({ value: organisationId, word: name }),
  );

const typedOf = (item: DutyItem | null) => ({
  code: item?.code ?? '',
  text: item?.text ?? '',
  category: item?.category ?? '',
  communityDuty: (item?.communityDuty ?? 'none') as CommunityDuty,
  owner: item?.owner?.organisationId ? [{ value: item.owner.organisationId, word: item.owner.name }] : [],
  ownerName: item?.owner && item.owner.organisationId === null ? item.owner.name : '',
  leader: item?.leader ?? '',
  basis: item?.basis ?? '',
  frequency: item?.frequency ?? '',
  matters: (item?.matters ?? []).map(({ code, name }): Option => ({ value: code, word: name })),
});

type Typed = ReturnType<typeof typedOf>;

function bodyOf({ owner, ownerName, matters, ...typed }: Typed) {
  const ownerId = owner[0]?.value ?? null;
  return {
    code: typed.code.trim(),
    text: typed.text.trim(),
    communityDuty: typed.communityDuty,
    ownerId,
    ownerName: ownerId ? null : ownerName.trim() || null,
    category: typed.category.trim() || null,
    leader: typed.leader.trim() || null,
    basis: typed.basis.trim() || null,
    frequency: typed.frequency.trim() || null,
    matterCodes: matters.map(({ value }) => value),
  };
}
