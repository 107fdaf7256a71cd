import { expect, test } from 'vitest';
import { ownDays, spanOf } from './period.ts';

test.each([
  [{}, {}, '全部月份'],
  [{ month: '2024-02' }, { from: '2024-02-01', to: '2024-02-29' }, '2024-02'],
  [
    { month: ownDays, from: '2026-11-03', to: '2026-11-09' },
    { from: '2026-11-03', to: '2026-11-09' },
    '2026-11-03 至 2026-11-09',
  ],
  [
    { month: ownDays, from: '2026-11-09', to: '2026-11-03' },
    { from: '2026-11-03', to: '2026-11-09' },
    '2026-11-03 至 2026-11-09',
  ],
  [{ month: ownDays, from: '2026-11-03' }, { from: '2026-11-03' }, '2026-11-03 起'],
  [{ month: ownDays }, {}, '全部月份'],
])('%o is asked for as its days, and called by them', (chosen, span, word) => {
  expect(spanOf(chosen)).toEqual({ span, word });
});
