import './ConfirmQuestion.css';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from '../Button/Button.tsx';

interface ConfirmQuestionProps {
  isOpen: boolean;
  /** The title is the question: 撤回后不再处理这件事. */
  question: string;
  /** The buttons are the verbs: 撤回 / 先不撤. */
  yes: string;
  no: string;
  onYes: () => void;
  onNo: () => void;
  children?: ReactNode;
  /** Why 'yes' cannot be pressed yet. */
  yesReason?: string | undefined;
  busy?: string | false;
}

/** Only for what cannot be taken back; elsewhere do it and offer to undo. */
export function ConfirmQuestion(props: ConfirmQuestionProps) {
  const { isOpen, question, yes, no, onYes, onNo, children, yesReason, busy = false } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (isOpen && !element.open) element.showModal();
    if (!isOpen && element.open) element.close();
  }, [isOpen]);

  return (
    <dialog
      ref={dialog}
      className="jia-question"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onNo();
      }}
    >
      {isOpen && (
        <form
          className="jia-stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (!yesReason) onYes();
          }}
        >
          <h2 id={titleId}>{question}</h2>
          {children}
          <div className="jia-question-verbs">
            <Button onPress={onNo}>{no}</Button>
            <Button kind="primary" type="submit" reason={yesReason} busy={busy}>
              {yes}
            </Button>
          </div>
        </form>
      )}
    </dialog>
  );
}
