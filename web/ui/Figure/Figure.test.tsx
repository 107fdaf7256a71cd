import { expect, test } from 'vitest';
import { htmlOf } from '../testing.tsx';
import { figureExamples as examples } from './Figure.examples.tsx';

test('only the overdue figure is red', () => {
  const red = Object.keys(examples).filter((name) => htmlOf(examples[name]).includes('jia-figure-late'));
  expect(red).toEqual(['late']);
});

test('the unit is apart from its value, so that it can be small', () => {
  expect(htmlOf(examples.unit)).toMatch(/96\.2<span class="jia-figure-unit">%/);
});
