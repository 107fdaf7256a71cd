import { useState } from 'react';
import { sentenceOf } from '#web/lib/problem.ts';
import { ChoiceChips, TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { requestsWords as words } from './words.ts';

export interface Decision {
  decision: 'approve' | 'decline';
  reason: string;
}

interface DecideRequestFormProps {
  help: string;
  verbs?: { approve: string; decline: string };
  decide: (decision: Decision) => Promise<unknown>;
  onClose: () => void;
}

/** Yes or no, always with a reason. */
export function DecideRequestForm({ help, verbs = words, decide, onClose }: DecideRequestFormProps) {
  const [decision, setDecision] = useState<Decision['decision'] | null>(null);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const submit = async () => {
    if (!decision) return;
    setBusy(true);
    try {
      await decide({ decision, reason: reason.trim() });
      onClose();
    } catch (error) {
      setProblem(sentenceOf(error));
      setBusy(false);
    }
  };
  return (
    <FormDrawer
      isOpen
      title={words.decision}
      verb={words.verb}
      busy={isBusy}
      problem={problem}
      reason={
        decision === null ? words.missingDecision : reason.trim().length < 2 ? words.missingReason : undefined
      }
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p className="jia-caption">{help}</p>
      <ChoiceChips
        label={words.decision}
        choices={[
          { value: 'approve', word: verbs.approve },
          { value: 'decline', word: verbs.decline },
        ]}
        value={decision}
        onChange={setDecision}
      />
      <TextField
        label={words.reason}
        help={words.reasonHelp}
        value={reason}
        maxLength={300}
        rows={3}
        onChange={setReason}
      />
    </FormDrawer>
  );
}
