import { useState } from 'react';
import { type HouseUse, houseUses } from '#contract/people/codes.ts';
import { registerHousehold } from '#contract/people/endpoints.ts';
import type { HouseholdRecord } from '#contract/people/records.ts';
import { searchAreas } from '#web/lib/areas.ts';
import { ProblemError, sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { ChoiceChips, TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { type Option, SearchField } from '#web/ui/SelectField/SelectField.tsx';
import { choicesOf } from './parts.tsx';
import { labels, householdWords as words } from './words.ts';

interface NewHouseholdFormProps {
  onSaved: (record: HouseholdRecord) => void;
  onClose: () => void;
}

export function NewHouseholdForm({ onSaved, onClose }: NewHouseholdFormProps) {
  const [area, setArea] = useState<Option | null>(null);
  const [room, setRoom] = useState('');
  const [houseUse, setUse] = useState<HouseUse>('owned');
  const register = useCommand(registerHousehold, {
    onDone: (record) => {
      onClose();
      onSaved(record);
    },
  });
  const { error } = register;
  const faults = error instanceof ProblemError ? error.fields : {};
  return (
    <FormDrawer
      isOpen
      title={words.newTitle}
      busy={register.isPending}
      problem={error ? sentenceOf(error) : null}
      reason={!area ? words.missingArea : room.trim() ? undefined : words.missingRoom}
      onSubmit={() => area && register.mutate({ body: { areaId: area.value, room: room.trim(), houseUse } })}
      onClose={onClose}
    >
      <SearchField
        label={words.area}
        help={words.areaHelp}
        error={faults.areaId}
        value={area ? [area] : []}
        search={searchAreas}
        onChange={([chosen]) => setArea(chosen ?? null)}
      />
      <TextField
        label={words.room}
        help={words.roomHelp}
        error={faults.room}
        value={room}
        maxLength={30}
        onChange={setRoom}
      />
      <ChoiceChips
        label={words.use}
        choices={choicesOf(houseUses, labels.houseUse)}
        value={houseUse}
        onChange={setUse}
      />
    </FormDrawer>
  );
}
