import { type RequestType, requestTypes } from '#contract/cases/codes.ts';
import { TextField } from '#web/ui/Field/Field.tsx';
import { SelectField } from '#web/ui/SelectField/SelectField.tsx';
import { Tick } from '#web/ui/Tick/Tick.tsx';
import { labels } from '../words.ts';
import { mayBeForProperty, type Typed } from './takenIn.ts';
import { deskWords as words } from './words.ts';

interface PartProps {
  typed: Typed;
  set: (part: Partial<Typed>) => void;
}

/** A question may be answered at once (问政); what the estate owes goes to its property company first (有事您找我). */
export function Wanted({ typed, set }: PartProps) {
  return (
    <>
      <SelectField
        label={words.requestType}
        options={requestTypes.map((value) => ({ value, word: labels.requestType[value] }))}
        value={typed.requestType}
        onChange={(requestType) => set({ requestType: (requestType as RequestType | null) ?? 'help' })}
      />
      {mayBeForProperty(typed) && (
        <Tick isOn={typed.isForProperty} onChange={(isForProperty) => set({ isForProperty })}>
          {words.forProperty}
        </Tick>
      )}
    </>
  );
}

export function Who({ typed, set }: PartProps) {
  return (
    <>
      <TextField
        label={words.requesterName}
        optional
        maxLength={40}
        value={typed.name}
        onChange={(name) => set({ name })}
      />
      <TextField
        label={words.requesterPhone}
        optional
        type="tel"
        inputMode="tel"
        maxLength={11}
        value={typed.phone}
        onChange={(phone) => set({ phone })}
      />
      <Tick isOn={typed.hidden} onChange={(hidden) => set({ hidden })}>
        {words.hidden}
      </Tick>
    </>
  );
}

/** The order's own number and date are the authority. */
export function Order({ typed, set }: PartProps) {
  return (
    <>
      <TextField
        label={words.externalNumber}
        maxLength={60}
        value={typed.externalNumber}
        onChange={(externalNumber) => set({ externalNumber })}
      />
      <TextField
        label={words.orderDue}
        type="date"
        value={typed.dueDay}
        onChange={(dueDay) => set({ dueDay })}
      />
    </>
  );
}
