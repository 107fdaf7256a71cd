import { expect, test } from 'vitest';
import { differing, merged } from './conflict.ts';

const base = { use: 'owned', note: '', tags: ['a'] };

test('what another changed is taken over where nothing was typed', () => {
  const typed = { ...base, note: '有狗' };
  const current = { ...base, use: 'rented' };
  expect(merged(base, typed, current)).toEqual({ use: 'rented', note: '有狗', tags: ['a'] });
  expect(differing(base, merged(base, typed, current), current)).toEqual([]);
});

test('what both changed stays as typed and is asked about', () => {
  const typed = { ...base, note: '有狗', tags: ['a', 'b'] };
  const current = { ...base, note: '租客夜班', tags: ['a', 'b'] };
  const now = merged(base, typed, current);
  expect(now.note).toBe('有狗');
  expect(differing(base, now, current)).toEqual(['note']);
});
