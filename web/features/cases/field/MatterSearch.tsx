import { useState } from 'react';
import type { MatterRecord } from '#contract/cases/records.ts';
import { ChoiceChips, TextField } from '#web/ui/Field/Field.tsx';
import { findWords as words } from './words.ts';

interface MatterSearchProps {
  matters: readonly MatterRecord[];
  /** Codes found here most often, at most twelve. */
  frequent: readonly string[];
  value: string | null;
  onChange: (code: string | null) => void;
}

const foundMax = 8;

/** Twelve at most, and a search for the rest: a long list makes people choose wrongly. */
export function MatterSearch({ matters, frequent, value, onChange }: MatterSearchProps) {
  const [typed, setTyped] = useState('');
  const known = new Map(matters.map((matter) => [matter.code, matter]));
  const wanted = typed.trim();
  const shown = wanted
    ? matters
        .filter(({ name, parentCode }) => parentCode !== null && name.includes(wanted))
        .slice(0, foundMax)
    : frequent.flatMap((code) => known.get(code) ?? []);
  const chosen = value ? known.get(value) : undefined;
  const chips = chosen && !shown.includes(chosen) ? [chosen, ...shown] : shown;
  return (
    <>
      <TextField
        label={words.search}
        optional
        type="search"
        value={typed}
        maxLength={20}
        onChange={setTyped}
      />
      <ChoiceChips
        label={words.matter}
        choices={chips.map(({ code, name }) => ({ value: code, word: name }))}
        value={value}
        onChange={(code) => onChange(code === value ? null : code)}
      />
      {wanted && shown.length === 0 && <p className="jia-caption">{words.noMatter}</p>}
    </>
  );
}
