import { expect, test } from 'vitest';
import { htmlOf } from '../testing.tsx';
import { tabBarExamples as examples } from './TabBar.examples.tsx';

test('exactly one place is the current one', () => {
  expect(htmlOf(examples['five places']).split('aria-current="page"').length - 1).toBe(1);
});

test('a count never grows past 99+', () => {
  const html = htmlOf(examples['five places']);
  expect(html).toContain('99+');
  expect(html).not.toContain('120');
});
