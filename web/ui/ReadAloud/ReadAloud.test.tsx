import { expect, test, vi } from 'vitest';
import { speak } from '#web/lib/speak.ts';
import { htmlOf } from '../testing.tsx';
import { readAloudExamples as examples } from './ReadAloud.examples.tsx';

test('the button says what it does', () => {
  expect(htmlOf(examples.page)).toContain('朗读');
});

test('a phone without a voice is told at once, so that the text is shown', () => {
  const ended = vi.fn();
  speak('停水', ended);
  expect(ended).toHaveBeenCalledExactlyOnceWith(false);
});
