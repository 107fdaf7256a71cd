import { expect, test } from 'vitest';
import { htmlOf } from '../testing.tsx';
import { WrittenQuestion } from './WrittenQuestion.tsx';

const dialog = (problem?: string) =>
  htmlOf(
    <WrittenQuestion
      question="取消后报名的人都会收到消息"
      yes="取消活动"
      no="先不取消"
      label="原因"
      missing="请写明原因"
      max={200}
      problem={problem}
      onYes={() => {}}
      onNo={() => {}}
    >
      <p>名额不再开放</p>
    </WrittenQuestion>,
  );

test('nothing written yet: the verb waits and says for what', () => {
  expect(dialog()).toMatch(/disabled=""[\s\S]*请写明原因/);
});

test('the field has its label, its limit and what was refused; the explanation stands above it', () => {
  const html = dialog('活动已经开始');
  expect(html).toMatch(/名额不再开放[\s\S]*<label[^>]*>原因/);
  expect(html).toContain('maxLength="200"');
  expect(html).toMatch(/role="alert"[\s\S]*活动已经开始/);
});
