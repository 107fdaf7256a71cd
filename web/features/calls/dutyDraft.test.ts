import { expect, test } from 'vitest';
import { postsOf, shiftsFrom } from './dutyDraft.ts';

test.each([
  ['地铁A口引路 2', [{ name: '地铁A口引路', places: 2 }]],
  [
    '引路 2\n\n秩序×10人',
    [
      { name: '引路', places: 2 },
      { name: '秩序', places: 10 },
    ],
  ],
  ['引路', null],
  ['引路 0', null],
  ['', null],
])('%j', (typed, posts) => {
  expect(postsOf(typed)).toEqual(posts);
});

test('shifts follow each other', () => {
  expect(shiftsFrom('2026-11-22T00:00:00.000Z', 4, 2)).toEqual([
    { startsAt: '2026-11-22T00:00:00.000Z', endsAt: '2026-11-22T04:00:00.000Z' },
    { startsAt: '2026-11-22T04:00:00.000Z', endsAt: '2026-11-22T08:00:00.000Z' },
  ]);
});
