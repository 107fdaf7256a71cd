import { useState } from 'react';
import { type RevealField, type RevealPurpose, revealPurposes } from '#contract/people/codes.ts';
import { revealPerson } from '#contract/people/endpoints.ts';
import type { Revealed } from '#contract/people/records.ts';
import { call } from '#web/lib/call.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { ChoiceChips, TextField } from '#web/ui/Field/Field.tsx';
import { labels, revealWords as words } from './words.ts';

interface RevealQuestionProps {
  personId: string;
  fields: readonly RevealField[];
  question?: string;
  yes?: string;
  onRevealed: (values: Revealed['values']) => void;
  onClose: () => void;
}

const purposes = revealPurposes.map((value) => ({ value, word: labels.revealPurpose[value] }));

/** Asks what for before a clear value is fetched; the answer is kept nowhere but on this screen. */
export function RevealQuestion(props: RevealQuestionProps) {
  const { personId, fields, question = words.question, yes = words.yes, onRevealed, onClose } = props;
  const [purpose, setPurpose] = useState<RevealPurpose>('home_visit');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const isUnexplained = purpose === 'other' && reason.trim().length < 2;

  const ask = async () => {
    setBusy(true);
    try {
      const { values } = await call(revealPerson, {
        params: { personId },
        body: { purpose, reason: reason.trim(), fields: [...fields] },
      });
      onRevealed(values);
      onClose();
    } catch (error) {
      setProblem(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <ConfirmQuestion
      isOpen
      question={question}
      yes={yes}
      no={words.no}
      yesReason={isUnexplained ? words.reasonNeeded : undefined}
      busy={isBusy && words.yes}
      onYes={() => void ask()}
      onNo={onClose}
    >
      <ChoiceChips label={words.purpose} choices={purposes} value={purpose} onChange={setPurpose} />
      <TextField
        label={words.reason}
        help={words.help}
        error={problem}
        optional={purpose !== 'other'}
        value={reason}
        maxLength={200}
        onChange={setReason}
      />
    </ConfirmQuestion>
  );
}
