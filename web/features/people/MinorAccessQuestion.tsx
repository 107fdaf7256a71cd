import { useState } from 'react';
import { type RevealPurpose, revealPurposes } from '#contract/people/codes.ts';
import { requestMinorAccess } from '#contract/people/protection.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { ChoiceChips, TextField } from '#web/ui/Field/Field.tsx';
import { labels, requestsWords, revealWords as words } from './words.ts';

const purposes = revealPurposes.map((value) => ({ value, word: labels.revealPurpose[value] }));

/** Asks somebody who answers for it for leave to see a minor. */
export function MinorAccessQuestion({ personId, onClose }: { personId: string; onClose: () => void }) {
  const [purpose, setPurpose] = useState<RevealPurpose>('care_visit');
  const [reason, setReason] = useState('');
  const request = useCommand(requestMinorAccess, { onDone: onClose });
  return (
    <ConfirmQuestion
      isOpen
      question={words.accessQuestion}
      yes={words.accessYes}
      no={words.accessNo}
      yesReason={reason.trim().length < 2 ? requestsWords.missingReason : undefined}
      busy={request.isPending && words.accessYes}
      onYes={() => request.mutate({ params: { personId }, body: { purpose, reason: reason.trim() } })}
      onNo={onClose}
    >
      <ChoiceChips label={words.purpose} choices={purposes} value={purpose} onChange={setPurpose} />
      <TextField
        label={words.accessReason}
        help={words.accessHelp}
        error={request.error ? sentenceOf(request.error) : undefined}
        value={reason}
        maxLength={300}
        onChange={setReason}
      />
    </ConfirmQuestion>
  );
}
