import { expect, test } from 'vitest';
import { htmlOf } from '../testing.tsx';
import { emptyStateExamples as examples } from './EmptyState.examples.tsx';

test('an empty place offers the one thing to do', () => {
  const html = htmlOf(examples.invitation);
  expect(html.split('<button').length - 1).toBe(1);
  expect(html).toContain('“楼道灯不亮”');
});
