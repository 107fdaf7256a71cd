import { expect, test } from 'vitest';
import { htmlOf } from '../testing.tsx';
import { maskedTextExamples as examples } from './MaskedText.examples.tsx';

test('who may not see the number is not offered to', () => {
  expect(htmlOf(examples['may not'])).not.toContain('<button');
  expect(htmlOf(examples['may be asked'])).toContain('看号码');
});

test('the whole number is not in the page before it is asked for', () => {
  expect(htmlOf(examples['may be asked'])).not.toContain('13800001234');
});
