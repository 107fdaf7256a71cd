import { expect, test } from 'vitest';
import { htmlOf } from '../testing.tsx';
import { listRowExamples as examples } from './ListRow.examples.tsx';

test('a row that opens something is one control with a chevron', () => {
  const html = htmlOf(examples.rows);
  expect(html).toMatch(/<button type="button" class="jia-row">/);
  expect(html.split('data-icon="right"').length - 1).toBe(2);
});

test('no control lies inside another', () => {
  expect(htmlOf(examples.rows)).not.toMatch(/<(button|a)[^>]*class="jia-row"(?:(?!<\/\1>).)*<button/);
});
