import { expect, test } from 'vitest';
import { htmlOf } from '../testing.tsx';
import { statusChipExamples as examples } from './StatusChip.examples.tsx';

test('every state has a shape of its own beside its word', () => {
  const states = Object.entries(examples).filter(([name]) => !['tag', 'own word'].includes(name));
  const shapes = states.map(([, example]) => /data-icon="(\w+)"/.exec(htmlOf(example))?.[1]);
  expect(shapes).not.toContain(undefined);
  expect(new Set(shapes).size).toBe(states.length);
  for (const [, example] of states) expect(htmlOf(example)).toMatch(/[\u4e00-\u9fff+]/);
});

test('a chip without words says the name of its state', () => {
  expect(htmlOf(examples['own word'])).toContain('正常');
});

test('a tag is no state and has no shape', () => {
  expect(htmlOf(examples.tag)).not.toContain('<svg');
});
