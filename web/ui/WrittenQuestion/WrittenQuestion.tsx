import { type ReactNode, useState } from 'react';
import { ConfirmQuestion } from '../ConfirmQuestion/ConfirmQuestion.tsx';
import { TextField } from '../Field/Field.tsx';

interface WrittenQuestionProps {
  question: string;
  yes: string;
  no: string;
  label: string;
  help?: string | null | undefined;
  /** Said until at least `min` characters are written. */
  missing: string;
  min?: number;
  max: number;
  rows?: number;
  /** The sentence of a refused answer. */
  problem?: string | null | undefined;
  busy?: string | false;
  /** What was written, trimmed. */
  onYes: (text: string) => void;
  onNo: () => void;
  /** Above the field. */
  children?: ReactNode;
}

/** A question that is answered with one text. */
export function WrittenQuestion(props: WrittenQuestionProps) {
  const { question, yes, no, label, help, missing, min = 1, max, rows, problem, busy, onYes, onNo } = props;
  const [text, setText] = useState('');
  return (
    <ConfirmQuestion
      isOpen
      question={question}
      yes={yes}
      no={no}
      yesReason={text.trim().length < min ? missing : undefined}
      busy={busy ?? false}
      onYes={() => onYes(text.trim())}
      onNo={onNo}
    >
      {props.children}
      <TextField
        label={label}
        help={help ?? undefined}
        error={problem ?? undefined}
        {...(rows ? { rows } : {})}
        maxLength={max}
        value={text}
        onChange={setText}
      />
    </ConfirmQuestion>
  );
}
