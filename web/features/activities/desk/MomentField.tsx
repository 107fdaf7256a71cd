import { Field, type FieldProps } from '#web/ui/Field/Field.tsx';

interface MomentFieldProps extends Omit<FieldProps, 'children'> {
  /** `2026-11-21T09:00`, in Beijing. */
  value: string;
  onChange: (value: string) => void;
}

export function MomentField({ value, onChange, ...field }: MomentFieldProps) {
  return (
    <Field {...field}>
      {(ids) => (
        <input
          {...ids}
          className="jia-input"
          type="datetime-local"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
