import { Select } from 'antd';
import { useEffect, useState } from 'react';
import { Field, type FieldProps } from '../Field/Field.tsx';
import { uiWords } from '../words.ts';

export interface Option {
  value: string;
  word: string;
}

interface SelectFieldProps extends Omit<FieldProps, 'children'> {
  options: readonly Option[];
  value: string | null;
  onChange: (value: string | null) => void;
  placeholder?: string;
}

/** One of a closed list too long for chips; desk only. */
export function SelectField({ options, value, onChange, placeholder, ...field }: SelectFieldProps) {
  return (
    <Field {...field}>
      {(ids) => (
        <Select
          {...ids}
          value={value}
          placeholder={placeholder}
          showSearch={{ optionFilterProp: 'label' }}
          allowClear={field.optional ?? false}
          options={options.map(({ value, word }) => ({ value, label: word }))}
          onChange={(chosen) => onChange(chosen ?? null)}
        />
      )}
    </Field>
  );
}

interface SearchFieldProps extends Omit<FieldProps, 'children'> {
  /** What is chosen, with the word it was chosen by. */
  value: readonly Option[];
  onChange: (chosen: Option[]) => void;
  /** Asks the register; the words tell namesakes apart. */
  search: (typed: string) => Promise<readonly Option[]>;
  placeholder?: string;
  many?: boolean;
}

const typingPauseMs = 250;

/** One or many records of a register, found by typing; desk only. */
export function SearchField({
  value,
  onChange,
  search,
  placeholder,
  many = false,
  ...field
}: SearchFieldProps) {
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<readonly Option[] | null>(null);
  useEffect(() => {
    let isLate = false;
    const timer = setTimeout(() => {
      search(typed.trim())
        .then((options) => isLate || setFound(options))
        .catch(() => isLate || setFound([]));
    }, typingPauseMs);
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
  }, [typed, search]);

  const known = [
    ...value,
    ...(found ?? []).filter((option) => !value.some((one) => one.value === option.value)),
  ];
  const chosen = value.map((option) => option.value);
  const take = (values: string[]) => onChange(known.filter((option) => values.includes(option.value)));
  return (
    <Field {...field}>
      {(ids) => (
        <Select<string[] | string | null>
          {...ids}
          {...(many ? { mode: 'multiple' as const } : {})}
          value={many ? chosen : (chosen[0] ?? null)}
          placeholder={placeholder}
          showSearch={{ filterOption: false, onSearch: setTyped }}
          allowClear={field.optional ?? false}
          notFoundContent={found === null ? uiWords.loading : uiWords.nothingFound}
          options={known.map(({ value, word }) => ({ value, label: word }))}
          onChange={(next) => take(Array.isArray(next) ? next : next ? [next] : [])}
        />
      )}
    </Field>
  );
}
