import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ConfirmQuestion } from './ConfirmQuestion.tsx';

const dialog = (isOpen: boolean, yesReason?: string) =>
  renderToStaticMarkup(
    <ConfirmQuestion
      isOpen={isOpen}
      question="撤回后不再处理这件事"
      yes="撤回"
      no="先不撤"
      onYes={() => {}}
      onNo={() => {}}
      yesReason={yesReason}
    />,
  );

test('a closed question is not in the page', () => {
  expect(dialog(false)).not.toContain('撤回后');
});

test('the dialog is named by its question and its buttons are the verbs', () => {
  const html = dialog(true);
  const title = /aria-labelledby="([^"]+)"/.exec(html)?.[1];
  expect(html).toContain(`<h2 id="${title}">撤回后不再处理这件事</h2>`);
  expect(html).toMatch(/先不撤.*撤回<\/span>/);
});

test('what may not be answered yet says why', () => {
  expect(dialog(true, '先写原因')).toMatch(/disabled=""[\s\S]*先写原因/);
});
