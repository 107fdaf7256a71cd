import { useState } from 'react';
import { endEntry } from '#contract/cases/duty/endpoints.ts';
import type { DirectoryEntry } from '#contract/cases/duty/records.ts';
import { dayStamp } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { directoryWords as words } from './words.ts';

/** The last day of an entry; cases sent by it stay where they are. */
export function EndEntry({ entry, onClose }: { entry: DirectoryEntry; onClose: () => void }) {
  const [validTo, setValidTo] = useState(() => dayStamp(new Date()));
  const end = useCommand(endEntry, { onDone: onClose });
  return (
    <FormDrawer
      isOpen
      title={words.endTitle}
      verb={words.end}
      busy={end.isPending}
      problem={end.error && sentenceOf(end.error)}
      reason={validTo ? undefined : words.endDay}
      onSubmit={() =>
        end.mutate({ params: { entryId: entry.entryId }, body: { validTo, version: entry.version } })
      }
      onClose={onClose}
    >
      <p>{entry.rule}</p>
      <TextField
        label={words.endDay}
        help={words.endHelp}
        type="date"
        value={validTo}
        onChange={setValidTo}
      />
    </FormDrawer>
  );
}
