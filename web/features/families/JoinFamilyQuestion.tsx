import { useState } from 'react';
import { joinFamily } from '#contract/families/endpoints.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { Tick } from '#web/ui/Tick/Tick.tsx';
import { familyWords as words } from './words.ts';

/** Another adult comes in by the code that the family gave. */
export function JoinFamilyQuestion({ onClose }: { onClose: () => void }) {
  const [code, setCode] = useState('');
  const [agreed, setAgreed] = useState(false);
  const join = useCommand(joinFamily, { touches: ['families', 'people'], onDone: onClose });
  const missing = !code.trim() ? words.codeMissing : !agreed ? words.agreeMissing : undefined;
  return (
    <ConfirmQuestion
      isOpen
      question={words.joinTitle}
      yes={words.joinTitle}
      no={words.cancel}
      yesReason={missing}
      busy={join.isPending && words.saving}
      onYes={() => join.mutate({ body: { code: code.trim(), agreed: true } })}
      onNo={onClose}
    >
      <TextField
        label={words.codeTyped}
        error={join.error ? sentenceOf(join.error) : undefined}
        value={code}
        maxLength={12}
        autoComplete="off"
        onChange={setCode}
      />
      <Tick isOn={agreed} onChange={setAgreed}>
        {words.joinAgree}
      </Tick>
    </ConfirmQuestion>
  );
}
