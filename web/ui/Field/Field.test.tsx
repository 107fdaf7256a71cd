import { expect, test } from 'vitest';
import { htmlOf } from '../testing.tsx';
import { fieldExamples as examples } from './Field.examples.tsx';

test('the label, the input and the error belong together', () => {
  const html = htmlOf(examples.error);
  const id = /<label for="([^"]+)"/.exec(html)?.[1];
  expect(html).toContain(`id="${id}"`);
  const note = /aria-describedby="([^"]+)"/.exec(html)?.[1];
  expect(html).toContain(`<div id="${note}" class="jia-field-error" role="alert"`);
});

test('an error has a shape beside its colour and keeps the text', () => {
  const html = htmlOf(examples.error);
  expect(html).toContain('data-icon="square"');
  expect(html).toContain('value="1380000123"');
});

test('the chosen one is checked, marked and alone', () => {
  const html = htmlOf(examples.choices);
  expect(html.split('checked=""').length - 1).toBe(1);
  expect(html.split('data-icon="check"').length - 1).toBe(1);
});
