import '../cases.css';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { PasteBody } from './PasteBody.tsx';
import { pasteWords as words } from './words.ts';

/** 微信录入 on the phone of the grid worker, where the chat is. */
export function FieldPastePage() {
  return (
    <>
      <PageHeader title={words.title} onBack />
      <PasteBody />
    </>
  );
}
