import { Input, Select } from 'antd';
import { Fragment, useEffect, useState } from 'react';
import { Icon } from '../Icon/Icon.tsx';
import { uiWords } from '../words.ts';
import { AreaPart, DayPart, type PartProps } from './filterParts.tsx';

interface Common {
  key: string;
  /** What is asked, for screen readers and as the placeholder of a search. */
  label: string;
}

export type FilterPart =
  | (Common & { kind: 'choice'; all: string; choices: readonly { value: string; word: string }[] })
  | (Common & { kind: 'search' | 'day' | 'area' });

interface FilterSentenceProps {
  parts: readonly FilterPart[];
  values: Readonly<Record<string, string | undefined>>;
  onChange: (changes: Record<string, string | undefined>) => void;
}

const typingPauseMs = 300;

/** Filters that read as a sentence, `全部社区 · 自住 · 网格员`, and live in the address of the page. */
export function FilterSentence({ parts, values, onChange }: FilterSentenceProps) {
  const isFiltered = parts.some((part) => values[part.key]);
  return (
    <div className="jia-filters">
      {parts.map((part, index) => (
        <Fragment key={part.key}>
          {index > 0 && part.kind === 'choice' && parts[index - 1]?.kind === 'choice' && <span>·</span>}
          {part.kind === 'choice' ? (
            <Select
              variant="borderless"
              aria-label={part.label}
              popupMatchSelectWidth={false}
              value={values[part.key] ?? ''}
              options={[
                { value: '', label: part.all },
                ...part.choices.map(({ value, word }) => ({ value, label: word })),
              ]}
              onChange={(value) => onChange({ [part.key]: value || undefined })}
            />
          ) : (
            <TypedPart
              kind={part.kind}
              label={part.label}
              value={values[part.key] ?? ''}
              onChange={(value) => onChange({ [part.key]: value || undefined })}
            />
          )}
        </Fragment>
      ))}
      {isFiltered && (
        <button
          type="button"
          className="jia-filters-clear"
          onClick={() => onChange(Object.fromEntries(parts.map((part) => [part.key, undefined])))}
        >
          {uiWords.table.clear}
        </button>
      )}
    </div>
  );
}

const typedParts = { search: SearchInput, day: DayPart, area: AreaPart };

function TypedPart({ kind, ...props }: PartProps & { kind: keyof typeof typedParts }) {
  const Part = typedParts[kind];
  return <Part {...props} />;
}

/** Asks the server when the typing pauses, not at every key. */
function SearchInput(props: PartProps) {
  const { label, value, onChange } = props;
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = setTimeout(() => onChange(typed.trim()), typingPauseMs);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  return (
    <Input
      className="jia-filters-search"
      variant="filled"
      prefix={<Icon name="search" size={18} />}
      aria-label={label}
      placeholder={label}
      allowClear
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
