import type { ImportRecord } from '#contract/imports/records.ts';
import { figure } from '#web/lib/formats.ts';
import { Figure } from '#web/ui/Figure/Figure.tsx';
import { previewWords as words } from './words.ts';

const names = ['created', 'updated', 'unchanged', 'duplicate', 'failed'] as const;

/** What became of the rows so far. */
export function ImportFigures({ record: { counts } }: { record: ImportRecord }) {
  return (
    <div className="jia-import-figures">
      {names.map((name) => (
        <Figure key={name} value={figure(counts[name])} word={words[name]} />
      ))}
    </div>
  );
}
