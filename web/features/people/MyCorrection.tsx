import { useState } from 'react';
import { type CorrectableField, correctableFields } from '#contract/people/codes.ts';
import { askCorrection } from '#contract/people/mine.ts';
import type { CorrectionRecord } from '#contract/people/records.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { ChoiceChips, TextField } from '#web/ui/Field/Field.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { StatusChip } from '#web/ui/StatusChip/StatusChip.tsx';
import { say } from '#web/ui/say.ts';
import { choicesOf } from './parts.tsx';
import { labels, myDataWords as words } from './words.ts';

const chips = { requested: 'progress', approved: 'done', declined: 'returned' } as const;

/** Says what is wrong about me, and what became of it. */
export function MyCorrection({ corrections }: { corrections: readonly CorrectionRecord[] }) {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button onPress={() => setAsking(true)}>{words.correct}</Button>
      {corrections.length > 0 && (
        <RowSheet>
          {corrections.map((one) => (
            <ListRow
              key={one.correctionId}
              title={[labels.correctable[one.field], one.wanted].filter(Boolean).join(' · ')}
              note={one.decisionReason ?? undefined}
              trailing={
                <StatusChip status={chips[one.status]}>{labels.requestStatus[one.status]}</StatusChip>
              }
            />
          ))}
        </RowSheet>
      )}
      {isAsking && <CorrectionQuestion onClose={() => setAsking(false)} />}
    </>
  );
}

function CorrectionQuestion({ onClose }: { onClose: () => void }) {
  const [field, setField] = useState<CorrectableField>('phone');
  const [wanted, setWanted] = useState('');
  const ask = useCommand(askCorrection, {
    onDone: () => {
      void say(words.correctSent);
      onClose();
    },
  });
  return (
    <ConfirmQuestion
      isOpen
      question={words.correctField}
      yes={words.correctSend}
      no={words.keep}
      yesReason={wanted.trim() ? undefined : words.correctMissing}
      busy={ask.isPending && words.correctSend}
      onYes={() => ask.mutate({ body: { field, wanted: wanted.trim() } })}
      onNo={onClose}
    >
      <ChoiceChips
        label={words.correctField}
        choices={choicesOf(correctableFields, labels.correctable)}
        value={field}
        onChange={setField}
      />
      <TextField
        label={words.correctWanted}
        error={ask.error ? sentenceOf(ask.error) : undefined}
        value={wanted}
        maxLength={200}
        onChange={setWanted}
      />
    </ConfirmQuestion>
  );
}
