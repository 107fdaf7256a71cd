import { useState } from 'react';
import { Button } from '../Button/Button.tsx';
import type { Examples } from '../examples.ts';
import { WrittenQuestion } from './WrittenQuestion.tsx';

function Cancel() {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>取消活动</Button>
      {isOpen && (
        <WrittenQuestion
          question="取消后报名的人都会收到消息"
          yes="取消活动"
          no="先不取消"
          label="原因"
          missing="请写明原因"
          max={200}
          onYes={close}
          onNo={close}
        />
      )}
    </>
  );
}

export const writtenQuestionExamples: Examples = { cancel: <Cancel /> };
