import { useState } from 'react';
import { Button } from '../Button/Button.tsx';
import type { Examples } from '../examples.ts';
import { ConfirmQuestion } from './ConfirmQuestion.tsx';

function Withdraw() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>撤回</Button>
      <ConfirmQuestion
        isOpen={isOpen}
        question="撤回后不再处理这件事"
        yes="撤回"
        no="先不撤"
        onYes={() => setOpen(false)}
        onNo={() => setOpen(false)}
      />
    </>
  );
}

export const confirmQuestionExamples: Examples = { withdraw: <Withdraw /> };
