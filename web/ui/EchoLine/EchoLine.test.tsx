import { expect, test } from 'vitest';
import { htmlOf } from '../testing.tsx';
import { echoLineExamples as examples } from './EchoLine.examples.tsx';

const count = (html: string, part: string) => html.split(part).length - 1;

test('what is past, now and ahead is drawn in order', () => {
  const html = htmlOf(examples['under way']);
  const states = [...html.matchAll(/jia-echo-(past|now|late|future)"/g)].map(([, state]) => state);
  expect(states).toEqual(['past', 'past', 'now', 'future', 'future']);
  expect(html).toContain('aria-current="step"');
});

test('an overdue step is not drawn as now', () => {
  expect(count(htmlOf(examples.overdue), 'jia-echo-late')).toBe(1);
  expect(count(htmlOf(examples.overdue), 'jia-echo-now')).toBe(0);
});

test('a finished matter ends in a check and has no current step', () => {
  const html = htmlOf(examples.done);
  expect(html).toContain('data-icon="check"');
  expect(html).not.toContain('aria-current');
});

test('a sign-off numbers its steps', () => {
  expect([...htmlOf(examples['sign-off']).matchAll(/echo-digit">(\d)/g)].map(([, digit]) => digit)).toEqual([
    '1',
    '2',
    '3',
    '4',
  ]);
});
