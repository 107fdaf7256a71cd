import './FormDrawer.css';
import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { Banner } from '../Banner/Banner.tsx';
import { Button } from '../Button/Button.tsx';
import { uiWords } from '../words.ts';

interface FormDrawerProps {
  isOpen: boolean;
  title: string;
  /** The verb on the filled button. */
  verb?: string;
  onSubmit: () => void;
  onClose: () => void;
  busy?: boolean;
  /** The sentence of a refused submit; what was typed stays. */
  problem?: string | null | undefined;
  /** Why it cannot be submitted yet. */
  reason?: string | undefined;
  children: ReactNode;
}

/** A form beside the register it belongs to: the list stays in view. */
export function FormDrawer(props: FormDrawerProps) {
  const {
    isOpen,
    title,
    verb = uiWords.form.save,
    onSubmit,
    onClose,
    busy = false,
    problem,
    reason,
    children,
  } = props;
  return (
    <Drawer
      open={isOpen}
      title={title}
      size={520}
      onClose={onClose}
      destroyOnHidden
      mask={{ closable: !busy }}
    >
      <form
        className="jia-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy && !reason) onSubmit();
        }}
      >
        {problem && <Banner kind="error">{problem}</Banner>}
        <div className="jia-form-fields">{children}</div>
        <div className="jia-form-verbs">
          <Button kind="primary" type="submit" busy={busy && uiWords.form.saving} reason={reason}>
            {verb}
          </Button>
          <Button onPress={onClose}>{uiWords.form.cancel}</Button>
        </div>
      </form>
    </Drawer>
  );
}
