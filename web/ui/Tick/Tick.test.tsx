import { expect, test } from 'vitest';
import { htmlOf } from '../testing.tsx';
import { tickExamples as examples } from './Tick.examples.tsx';

test('the whole line ticks the box', () => {
  expect(htmlOf(examples['with what it means'])).toMatch(/^<label class="jia-tick"><input type="checkbox"/);
});

test('who cannot be ticked says why', () => {
  expect(htmlOf(examples.list)).toMatch(/disabled=""\/>.*年龄不合适/);
});
