import { useState } from 'react';
import { askCorrection } from '#contract/attendance/own.ts';
import type { HourEntryRecord } from '#contract/attendance/records.ts';
import { dayName } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { Sheet } from '#web/ui/Section/Section.tsx';
import { hoursText, askWords as words } from './words.ts';

/** Asks for other minutes of one entry; staff look at it and two people sign. */
export function AskCorrection({ entry, onClose }: { entry: HourEntryRecord; onClose: () => void }) {
  const [minutes, setMinutes] = useState(String(entry.minutes));
  const [reason, setReason] = useState('');
  const ask = useCommand(askCorrection, { onDone: onClose });
  const isWhole = minutes !== '' && Number(minutes) !== entry.minutes && reason.trim() !== '';
  return (
    <Sheet>
      <strong>{words.title(entry.name, entry.title)}</strong>
      <p className="jia-hint">{words.note(dayName(entry.startedAt), hoursText(entry.minutes))}</p>
      {ask.error && <Banner kind="error">{sentenceOf(ask.error)}</Banner>}
      <TextField
        label={words.minutes}
        value={minutes}
        inputMode="numeric"
        maxLength={4}
        onChange={(value) => setMinutes(value.replace(/\D/g, ''))}
      />
      <TextField
        label={words.reason}
        placeholder={words.reasonHint}
        value={reason}
        maxLength={200}
        onChange={setReason}
      />
      <div className="jia-attendance-verbs">
        <Button
          kind="primary"
          wide
          busy={ask.isPending && words.sending}
          reason={isWhole ? undefined : words.missing}
          onPress={() =>
            ask.mutate({ params: { entryId: entry.entryId }, body: { minutes: Number(minutes), reason } })
          }
        >
          {words.send}
        </Button>
        <Button wide onPress={onClose}>
          {words.close}
        </Button>
      </div>
    </Sheet>
  );
}
