import './Field.css';
import { type ReactNode, useId } from 'react';
import { Icon } from '../Icon/Icon.tsx';
import { uiWords } from '../words.ts';

export interface FieldProps {
  label: string;
  /** Below the input, in hint. */
  help?: ReactNode;
  /** A sentence that says what to do; the field keeps its text. */
  error?: string | undefined;
  optional?: boolean;
  /** Receives the ids that tie label, help and error to the input. */
  children: (input: {
    id: string;
    'aria-describedby': string | undefined;
    'aria-invalid': boolean;
  }) => ReactNode;
}

/** Label above, input, help, error with a square. */
export function Field({ label, help, error, optional = false, children }: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  return (
    <div className="jia-field">
      <label htmlFor={id} className="jia-field-label">
        {label}
        {optional && <span className="jia-field-optional">{uiWords.optional}</span>}
      </label>
      {children({
        id,
        'aria-describedby': error || help ? noteId : undefined,
        'aria-invalid': Boolean(error),
      })}
      {(error || help) && (
        <div
          id={noteId}
          className={error ? 'jia-field-error' : 'jia-field-help'}
          role={error ? 'alert' : undefined}
        >
          {error && <Icon name="square" size={14} />}
          <span>{error ?? help}</span>
        </div>
      )}
    </div>
  );
}

interface TextFieldProps extends Omit<FieldProps, 'children'> {
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'tel' | 'password' | 'search' | 'date';
  inputMode?: 'text' | 'numeric' | 'tel' | 'decimal';
  autoComplete?: string;
  placeholder?: string;
  maxLength?: number;
  /** Several rows make it a text area. */
  rows?: number;
  /** Beside the input: a button such as 发验证码. */
  trailing?: ReactNode;
}

export function TextField(props: TextFieldProps) {
  const {
    value,
    onChange,
    type = 'text',
    inputMode,
    autoComplete,
    placeholder,
    maxLength,
    rows,
    trailing,
    ...field
  } = props;
  return (
    <Field {...field}>
      {(ids) => (
        <div className="jia-field-row">
          {rows ? (
            <textarea
              {...ids}
              className="jia-input"
              rows={rows}
              value={value}
              maxLength={maxLength}
              placeholder={placeholder}
              onChange={(event) => onChange(event.target.value)}
            />
          ) : (
            <input
              {...ids}
              className="jia-input"
              type={type}
              inputMode={inputMode}
              autoComplete={autoComplete}
              value={value}
              maxLength={maxLength}
              placeholder={placeholder}
              onChange={(event) => onChange(event.target.value)}
            />
          )}
          {trailing}
        </div>
      )}
    </Field>
  );
}

export interface Choice<Value extends string> {
  value: Value;
  word: string;
}

interface ChoiceChipsProps<Value extends string> {
  label: string;
  choices: readonly Choice<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
}

/** One of a few: chips of 44 px; the chosen one has an outline, a tint and a check. */
export function ChoiceChips<Value extends string>({
  label,
  choices,
  value,
  onChange,
}: ChoiceChipsProps<Value>) {
  const name = useId();
  return (
    <fieldset className="jia-choices">
      <legend className="jia-field-label">{label}</legend>
      {choices.map((choice) => (
        <label
          key={choice.value}
          className={choice.value === value ? 'jia-choice jia-choice-on' : 'jia-choice'}
        >
          <input
            type="radio"
            className="jia-unseen"
            name={name}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          {choice.value === value && <Icon name="check" size={16} />}
          {choice.word}
        </label>
      ))}
    </fieldset>
  );
}
