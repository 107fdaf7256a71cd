import { useState } from 'react';
import { sentenceOf } from '#web/lib/problem.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';

interface DecideQuestionProps {
  question: string;
  yes: string;
  other: string;
  no: string;
  label: string;
  missing: string;
  error: Error | null;
  onDecide: (isYes: boolean, reason: string) => void;
  onClose: () => void;
}

/** Yes or the other way, each with a reason. */
export function DecideQuestion(props: DecideQuestionProps) {
  const { question, yes, other, no, label, missing, error, onDecide, onClose } = props;
  const [reason, setReason] = useState('');
  const why = reason.trim() ? undefined : missing;
  return (
    <ConfirmQuestion
      isOpen
      question={question}
      yes={yes}
      no={no}
      yesReason={why}
      onYes={() => onDecide(true, reason.trim())}
      onNo={onClose}
    >
      <TextField
        label={label}
        error={error ? sentenceOf(error) : undefined}
        value={reason}
        maxLength={200}
        onChange={setReason}
      />
      <Button reason={why} onPress={() => onDecide(false, reason.trim())}>
        {other}
      </Button>
    </ConfirmQuestion>
  );
}
