import { useState } from 'react';
import { askCorrection } from '#contract/attendance/own.ts';
import type { HourEntryRecord } from '#contract/attendance/records.ts';
import { dayName } from '#web/lib/formats.ts';
import { useCommand } from '#web/lib/query.ts';
import { TextField } from '#web/ui/Field/Field.tsx';
import { AskForm } from './AskForm.tsx';
import { hoursText, askWords as words } from './words.ts';

/** Asks for other minutes of one entry; staff look at it and two people sign. */
export function AskCorrection({ entry, onClose }: { entry: HourEntryRecord; onClose: () => void }) {
  const [minutes, setMinutes] = useState(String(entry.minutes));
  const ask = useCommand(askCorrection, { onDone: onClose });
  return (
    <AskForm
      title={words.title(entry.name, entry.title)}
      note={words.note(dayName(entry.startedAt), hoursText(entry.minutes))}
      words={words}
      isWhole={minutes !== '' && Number(minutes) !== entry.minutes}
      isBusy={ask.isPending}
      error={ask.error}
      onSend={(reason) =>
        ask.mutate({ params: { entryId: entry.entryId }, body: { minutes: Number(minutes), reason } })
      }
      onClose={onClose}
    >
      <TextField
        label={words.minutes}
        value={minutes}
        inputMode="numeric"
        maxLength={4}
        onChange={(value) => setMinutes(value.replace(/\D/g, ''))}
      />
    </AskForm>
  );
}
