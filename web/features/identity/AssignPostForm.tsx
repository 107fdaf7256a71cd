import { useState } from 'react';
import { assignPost } from '#contract/identity/endpoints.ts';
import { type Role, roles } from '#contract/identity/roles.ts';
import { roleWords, staffingWords } from '#contract/identity/words.ts';
import { searchAreas } from '#web/lib/areas.ts';
import { ProblemError, sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { type Option, SearchField, SelectField } from '#web/ui/SelectField/SelectField.tsx';
import { signInWords, postWords as words } from './words.ts';

type Staffing = keyof typeof staffingWords;
const staffings = Object.entries(staffingWords).map(([value, word]) => ({ value, word }));
const roleOptions = roles.map((value) => ({ value, word: roleWords[value] }));

/** Gives a person a post; who has no account gets one on the way. */
export function AssignPostForm({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [role, setRole] = useState<Role | null>(null);
  const [area, setArea] = useState<Option | null>(null);
  const [staffing, setStaffing] = useState<string | null>(null);
  const [startsOn, setStartsOn] = useState('');
  const [endsOn, setEndsOn] = useState('');
  const assign = useCommand(assignPost, { onDone: onClose });
  const faults = assign.error instanceof ProblemError ? assign.error.fields : {};
  const isComplete = name.trim() && phone.length === 11 && role && area;
  const submit = () =>
    role &&
    area &&
    assign.mutate({
      body: {
        name: name.trim(),
        phone,
        role,
        areaId: area.value,
        ...(staffing ? { staffing: staffing as Staffing } : {}),
        ...(startsOn ? { startsOn } : {}),
        ...(endsOn ? { endsOn } : {}),
      },
    });
  return (
    <FormDrawer
      isOpen
      title={words.assignTitle}
      verb={words.assign}
      busy={assign.isPending}
      problem={assign.error && sentenceOf(assign.error)}
      reason={isComplete ? undefined : words.missing}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField label={words.name} error={faults.name} maxLength={40} value={name} onChange={setName} />
      <TextField
        label={words.phone}
        help={words.assignHelp}
        error={phone && phone.length !== 11 ? signInWords.phoneWrong(phone.length) : faults.phone}
        type="tel"
        value={phone}
        onChange={(typed) => setPhone(typed.replace(/\D/g, '').slice(0, 11))}
      />
      <SelectField
        label={words.role}
        options={roleOptions}
        value={role}
        onChange={(chosen) => setRole(roles.find((one) => one === chosen) ?? null)}
      />
      <SearchField
        label={words.area}
        help={words.areaHelp}
        error={faults.areaId}
        value={area ? [area] : []}
        search={searchAreas}
        onChange={([chosen]) => setArea(chosen ?? null)}
      />
      <SelectField
        label={words.staffing}
        optional
        placeholder={words.staffingNone}
        options={staffings}
        value={staffing}
        onChange={setStaffing}
      />
      <TextField
        label={words.startsOn}
        help={words.startsOnHelp}
        optional
        type="date"
        value={startsOn}
        onChange={setStartsOn}
      />
      <TextField
        label={words.endsOn}
        help={words.endsOnHelp}
        optional
        type="date"
        value={endsOn}
        onChange={setEndsOn}
      />
    </FormDrawer>
  );
}
