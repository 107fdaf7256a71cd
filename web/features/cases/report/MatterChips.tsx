import { listMatters } from '#contract/cases/endpoints.ts';
import type { MatterRecord } from '#contract/cases/records.ts';
import { useRead } from '#web/lib/query.ts';
import { ChoiceChips } from '#web/ui/Field/Field.tsx';
import { matterWords as words } from '../words.ts';

interface MatterChipsProps {
  /** Codes that are suggested for the words: they come first. */
  suggested: readonly string[];
  value: string | null;
  onChange: (code: string | null) => void;
}

const shownMax = 7;

/** What it is about; may be left open, the office sorts it then. */
export function MatterChips({ suggested, value, onChange }: MatterChipsProps) {
  const { data } = useRead(listMatters);
  const chips = shownMatters(data?.items ?? [], suggested, value);
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

/** What is suggested, then the branches of the tree; the chosen one stays. */
export function shownMatters(
  matters: readonly MatterRecord[],
  suggested: readonly string[],
  value: string | null,
): readonly MatterRecord[] {
  const first = [value, ...suggested].flatMap((code) => matters.find((one) => one.code === code) ?? []);
  const branches = matters.filter(({ parentCode }) => parentCode === null);
  return [...new Set([...first, ...branches])].slice(0, shownMax);
}
