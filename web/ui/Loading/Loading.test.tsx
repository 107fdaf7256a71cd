import { expect, test } from 'vitest';
import { htmlOf } from '../testing.tsx';
import { loadingExamples as examples } from './Loading.examples.tsx';

test('waiting is said to who cannot see it', () => {
  expect(htmlOf(examples.loading)).toContain('正在读取…');
});

test('a failure says what to do and offers it', () => {
  const html = htmlOf(examples.failed);
  expect(html).toContain('role="alert"');
  expect(html).toContain('再试一次');
});

test('a refusal that stays leads back instead', () => {
  const html = htmlOf(examples.refused);
  expect(html).toContain('返回');
  expect(html).not.toContain('再试一次');
});
