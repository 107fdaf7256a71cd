import { listMatters } from '#contract/cases/endpoints.ts';
import type { MatterRecord } from '#contract/cases/records.ts';
import { useRead } from '#web/lib/query.ts';
import { ChoiceChips } from '#web/ui/Field/Field.tsx';
import { matterWords as words } from './words.ts';

interface MatterChipsProps {
  /** What the person wrote: matters it names come first. */
  text: string;
  value: string | null;
  onChange: (code: string | null) => void;
}

const shownMax = 7;

/** What it is about; may be left open, the office sorts it then. */
export function MatterChips({ text, value, onChange }: MatterChipsProps) {
  const { data } = useRead(listMatters);
  const chips = suggested(data?.items ?? [], text, value);
  return (
    <ChoiceChips
      label={words.label}
      choices={[
        ...chips.map(({ code, name }) => ({ value: code, word: name })),
        { value: '', word: words.unsure },
      ]}
      value={value ?? ''}
      onChange={(code) => onChange(code || null)}
    />
  );
}

/** Matters that share two characters with the text, then the branches of the tree; the chosen one stays. */
export function suggested(
  matters: readonly MatterRecord[],
  text: string,
  value: string | null,
): readonly MatterRecord[] {
  const leaves = matters.filter(({ parentCode }) => parentCode !== null);
  const branches = matters.filter(({ parentCode }) => parentCode === null);
  const named = leaves.filter(({ name }) => pairsOf(name).some((pair) => text.includes(pair)));
  const shown = [...named, ...branches].slice(0, shownMax);
  const chosen = matters.find(({ code }) => code === value);
  return chosen && !shown.includes(chosen) ? [chosen, ...shown.slice(0, shownMax - 1)] : shown;
}

const pairsOf = (name: string): string[] =>
  Array.from({ length: Math.max(0, name.length - 1) }, (_, at) => name.slice(at, at + 2));
