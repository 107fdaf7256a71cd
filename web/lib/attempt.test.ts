import { expect, test } from 'vitest';
import { createAttempt } from './attempt.ts';

function attempt() {
  let count = 0;
  return createAttempt(() => `key ${++count}`);
}

test('a second tap after a lost answer carries the same key', () => {
  const form = attempt();
  expect(form.keyFor({ body: { room: '201' } })).toBe(form.keyFor({ body: { room: '201' } }));
});

test('a corrected form is another command', () => {
  const form = attempt();
  const first = form.keyFor({ body: { room: '201' } });
  expect(form.keyFor({ body: { room: '202' } })).not.toBe(first);
});

test('the same words after success are a new command', () => {
  const form = attempt();
  const first = form.keyFor({ body: { room: '201' } });
  form.succeeded();
  expect(form.keyFor({ body: { room: '201' } })).not.toBe(first);
});
