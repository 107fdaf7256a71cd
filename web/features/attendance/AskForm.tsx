import { type ReactNode, useState } from 'react';
import { sentenceOf } from '#web/lib/problem.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { Sheet } from '#web/ui/Section/Section.tsx';

interface AskFormProps {
  title: string;
  /** What becomes of it, and who looks at it. */
  note: string;
  words: Readonly<Record<'reason' | 'reasonHint' | 'missing' | 'send' | 'sending' | 'close', string>>;
  /** Whether the figures are whole; the reason is looked at here. */
  isWhole: boolean;
  isBusy: boolean;
  error: unknown;
  onSend: (reason: string) => void;
  onClose: () => void;
  /** The figures asked for. */
  children: ReactNode;
}

/** A sheet that asks for other hours than the codes have told: the figures, why, and who will look at it. */
export function AskForm(props: AskFormProps) {
  const { title, note, words, isWhole, isBusy, error, onSend, onClose, children } = props;
  const [reason, setReason] = useState('');
  return (
    <Sheet>
      <div className="jia-stack">
        <strong>{title}</strong>
        <p className="jia-hint">{note}</p>
        {error ? <Banner kind="error">{sentenceOf(error)}</Banner> : null}
        {children}
        <TextField
          label={words.reason}
          placeholder={words.reasonHint}
          value={reason}
          maxLength={200}
          onChange={setReason}
        />
        <Button
          kind="primary"
          wide
          busy={isBusy && words.sending}
          reason={isWhole && reason.trim() ? undefined : words.missing}
          onPress={() => onSend(reason.trim())}
        >
          {words.send}
        </Button>
        <Button wide onPress={onClose}>
          {words.close}
        </Button>
      </div>
    </Sheet>
  );
}
