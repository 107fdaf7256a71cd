import { Select } from 'antd';
import { datumLabels } from '#contract/geo/words.ts';
import { datums } from '#contract/territory/records.ts';
import { Field } from '#web/ui/Field/Field.tsx';
import { boundaryWords as words } from './words.ts';

export type DatumChoice = (typeof datums)[number];

/** Which coordinates the drawing was made in; a wrong choice shifts everything by some hundred metres. */
export function DatumField(props: { value: DatumChoice; onChange: (datum: DatumChoice) => void }) {
  return (
    <Field label={words.datum} help={words.datumHelp}>
      {({ id }) => (
        <Select
          id={id}
          value={props.value}
          options={datums.map((value) => ({ value, label: datumLabels[value] }))}
          onChange={props.onChange}
        />
      )}
    </Field>
  );
}
