import { expect, test } from 'vitest';
import { totalSentence } from './totalSentence.ts';
import { defaultKeys } from './useChosenColumns.ts';

const rows = { rows: [1, 2], total: 103, hasMore: true, isLoading: false };

test('the total says how many there are and how many are shown', () => {
  expect(totalSentence(rows)).toBe('共 103 条 · 已显示 2 条');
  expect(totalSentence({ ...rows, hasMore: false, total: 2 })).toBe('共 2 条');
});

test('beyond ten thousand nobody counts', () => {
  expect(totalSentence({ ...rows, total: null })).toBe('超过 10,000 条 · 已显示 2 条');
});

test('what nobody has counted is not claimed', () => {
  expect(totalSentence({ ...rows, total: undefined })).toBe('已显示 2 条');
});

test('nothing is claimed while reading', () => {
  expect(totalSentence({ ...rows, isLoading: true })).toBe('');
});

test('extra columns wait until they are chosen', () => {
  expect(
    defaultKeys([
      { key: 'name', title: '姓名' },
      { key: 'note', title: '备注', isExtra: true },
    ]),
  ).toEqual(['name']);
});
