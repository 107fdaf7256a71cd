import { expect, test } from 'vitest';
import { htmlOf } from '../testing.tsx';
import { bannerExamples as examples } from './Banner.examples.tsx';

test('an error is announced at once, a fact politely', () => {
  expect(htmlOf(examples.error)).toContain('role="alert"');
  for (const kind of ['offline', 'queue', 'notice'])
    expect(htmlOf(examples[kind])).toContain('role="status"');
});

test('each kind has its own shape', () => {
  const shapes = Object.values(examples).map((example) => /data-icon="(\w+)"/.exec(htmlOf(example))?.[1]);
  expect(new Set(shapes).size).toBe(4);
});
