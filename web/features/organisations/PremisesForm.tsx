import { useState } from 'react';
import { checkPremises, recordPremises } from '#contract/organisations/endpoints.ts';
import { type PremisesUse, premisesUses } from '#contract/organisations/kinds.ts';
import type { PremisesRecord } from '#contract/organisations/records.ts';
import { searchAreas } from '#web/lib/areas.ts';
import { ProblemError, sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { ChoiceChips, TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { type Option, SearchField } from '#web/ui/SelectField/SelectField.tsx';
import { searchOrganisations } from './OrganisationForm.tsx';
import { organisationWords, premisesWords as words } from './words.ts';

interface Found {
  use: PremisesUse;
  squareMetres: string;
  organisation: Option | null;
  note: string;
}

const sentFound = (found: Found) => ({
  use: found.use,
  squareMetres: found.squareMetres.trim() === '' ? null : Number(found.squareMetres),
  organisationId: found.organisation?.value ?? null,
  note: found.note.trim() || null,
});

interface RecordPremisesFormProps {
  organisation?: Option;
  area?: Option;
  onClose: () => void;
}

/** A room that is not in the ledger yet. */
export function RecordPremisesForm({ organisation, area, onClose }: RecordPremisesFormProps) {
  const [place, setPlace] = useState<Option | null>(area ?? null);
  const [floor, setFloor] = useState('');
  const [room, setRoom] = useState('');
  const [found, setFound] = useState<Found>({
    use: 'shop',
    squareMetres: '',
    organisation: organisation ?? null,
    note: '',
  });
  const record = useCommand(recordPremises, { onDone: onClose });
  const faults = record.error instanceof ProblemError ? record.error.fields : {};
  return (
    <FormDrawer
      isOpen
      title={words.add}
      busy={record.isPending}
      problem={record.error && sentenceOf(record.error)}
      reason={place ? (room.trim() ? undefined : words.roomHelp) : words.columns.area}
      onSubmit={() =>
        record.mutate({
          body: {
            ...sentFound(found),
            areaId: place?.value ?? '',
            floor: floor.trim() === '' ? null : Number(floor),
            room: room.trim(),
          },
        })
      }
      onClose={onClose}
    >
      <SearchField
        label={words.columns.area}
        value={place ? [place] : []}
        search={searchAreas}
        onChange={([chosen]) => setPlace(chosen ?? null)}
      />
      <TextField
        label={words.floorLabel}
        help={words.floorHelp}
        error={faults.floor}
        optional
        value={floor}
        onChange={(typed) => setFloor(typed.replace(/[^\d-]/g, '').slice(0, 4))}
      />
      <TextField
        label={words.columns.room}
        help={words.roomHelp}
        maxLength={40}
        value={room}
        onChange={setRoom}
      />
      <FoundFields found={found} faults={faults} onChange={setFound} />
    </FormDrawer>
  );
}

/** What is in a room today; saving it sets today's date and the checker's name. */
export function CheckPremisesForm({ premises, onClose }: { premises: PremisesRecord; onClose: () => void }) {
  const { organisation } = premises;
  const [found, setFound] = useState<Found>({
    use: premises.use,
    squareMetres: premises.squareMetres === null ? '' : String(premises.squareMetres),
    organisation: organisation && { value: organisation.organisationId, word: organisation.name },
    note: premises.note ?? '',
  });
  const check = useCommand(checkPremises, { onDone: onClose });
  const faults = check.error instanceof ProblemError ? check.error.fields : {};
  const { premisesId, version } = premises;
  return (
    <FormDrawer
      isOpen
      title={words.checkTitle(premises.room)}
      verb={words.check}
      busy={check.isPending}
      problem={check.error && sentenceOf(check.error)}
      onSubmit={() => check.mutate({ params: { premisesId }, body: { ...sentFound(found), version } })}
      onClose={onClose}
    >
      <FoundFields found={found} faults={faults} onChange={setFound} />
    </FormDrawer>
  );
}

interface FoundFieldsProps {
  found: Found;
  faults: Readonly<Record<string, string>>;
  onChange: (found: Found) => void;
}

function FoundFields({ found, faults, onChange }: FoundFieldsProps) {
  return (
    <>
      <SearchField
        label={words.columns.organisation}
        help={words.organisationHelp}
        optional
        placeholder={words.vacant}
        value={found.organisation ? [found.organisation] : []}
        search={searchOrganisations}
        onChange={([organisation]) => onChange({ ...found, organisation: organisation ?? null })}
      />
      <ChoiceChips
        label={words.columns.use}
        choices={premisesUses.map((value) => ({ value, word: words.uses[value] }))}
        value={found.use}
        onChange={(use) => onChange({ ...found, use })}
      />
      <TextField
        label={words.metresLabel}
        error={faults.squareMetres}
        optional
        inputMode="decimal"
        value={found.squareMetres}
        onChange={(typed) => onChange({ ...found, squareMetres: typed.replace(/[^\d.]/g, '').slice(0, 9) })}
      />
      <TextField
        label={words.note}
        error={faults.note ?? (faults.organisationId && organisationWords.none)}
        optional
        rows={2}
        maxLength={200}
        value={found.note}
        onChange={(note) => onChange({ ...found, note })}
      />
    </>
  );
}
