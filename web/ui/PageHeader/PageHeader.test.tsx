import { expect, test } from 'vitest';
import { htmlOf } from '../testing.tsx';
import { pageHeaderExamples as examples } from './PageHeader.examples.tsx';

test('only inner pages lead back, and the sign is named', () => {
  expect(htmlOf(examples.inner)).toContain('aria-label="返回"');
  expect(htmlOf(examples.place)).not.toContain('<button');
});
