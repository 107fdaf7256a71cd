import { expect, test } from 'vitest';
import { htmlOf } from '../testing.tsx';
import { selectFieldExamples } from './SelectField.examples.tsx';

test.each(Object.entries(selectFieldExamples))('%s ties its label and error to the input', (name, part) => {
  const html = htmlOf(part);
  const id = /<label for="([^"]+)"/.exec(html)?.[1] ?? '';
  expect(html).toContain(`id="${id}"`);
  expect(html.includes('role="alert"')).toBe(name === 'refused');
});
