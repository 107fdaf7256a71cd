import { useState } from 'react';
import { askErasure } from '#contract/people/mine.ts';
import type { ErasureRecord } from '#contract/people/records.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { myDataWords as words } from './words.ts';

/** Asks to be deleted, and shows the answer. */
export function MyErasure({ erasure }: { erasure: ErasureRecord | null }) {
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const ask = useCommand(askErasure, { onDone: () => setAsking(false) });
  return (
    <Section title={words.erase}>
      {erasure?.status === 'declined' && <p>{words.eraseDeclined(erasure.decisionReason ?? '')}</p>}
      {erasure?.status === 'requested' ? (
        <p>{words.erasePending(erasure.dueOn)}</p>
      ) : (
        <Button kind="quiet" onPress={() => setAsking(true)}>
          {words.eraseYes}
        </Button>
      )}
      <ConfirmQuestion
        isOpen={isAsking}
        question={words.eraseQuestion}
        yes={words.eraseYes}
        no={words.eraseNo}
        busy={ask.isPending && words.eraseYes}
        onYes={() => ask.mutate({ body: { reason: reason.trim() } })}
        onNo={() => setAsking(false)}
      >
        <TextField
          label={words.eraseReason}
          help={words.eraseHelp}
          optional
          error={ask.error ? sentenceOf(ask.error) : undefined}
          value={reason}
          maxLength={300}
          onChange={setReason}
        />
      </ConfirmQuestion>
    </Section>
  );
}
