import { expect, test } from 'vitest';
import { htmlOf } from '../testing.tsx';
import { callCardExamples as examples } from './CallCard.examples.tsx';

test('a call card dials and says whom', () => {
  const html = htmlOf(examples.warden);
  expect(html).toContain('href="tel:19900000001"');
  expect(html).toContain('aria-label="打给李慧，楼门长 · 3单元"');
});

test('a known number dials itself', () => {
  expect(htmlOf(examples.number)).toContain('href="tel:12345"');
});
