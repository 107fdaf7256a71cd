import { useState } from 'react';
import { useMayAnywhere } from '#web/lib/me.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { ExportForm } from './ExportForm.tsx';
import { exportWords as words } from './words.ts';

export interface ExportButtonProps {
  register: string;
  /** Name of the register for people. */
  title: string;
  /** What the list is filtered by, as its export takes it. */
  filter: Readonly<Record<string, unknown>>;
  /** The same as a sentence, `帅府社区 · 自住`; stands in the file. */
  filterText?: string;
}

/** Takes what the list shows as a workbook; only for those who may. */
export function ExportButton(props: ExportButtonProps) {
  const [isOpen, setOpen] = useState(false);
  if (!useMayAnywhere()('data.export')) return null;
  return (
    <>
      <Button small icon="download" onPress={() => setOpen(true)}>
        {words.button}
      </Button>
      {isOpen && <ExportForm {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
