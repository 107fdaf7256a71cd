import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { PasteBody } from './PasteBody.tsx';
import { pasteWords as words } from './words.ts';

/** 微信录入 at the desk. */
export function PastePage() {
  return (
    <DeskPage title={words.title}>
      <PasteBody />
    </DeskPage>
  );
}
