import { describe, expect, it } from 'vitest';
import { type ComparedCase, jaccard, rankSimilar, rootCauses } from './similar.ts';

const hour = 3_600_000;
const now = Date.parse('2026-11-21T02:00:00Z');

function report(caseId: string, given: Partial<ComparedCase> = {}): ComparedCase {
  return {
    caseId,
    category: 'light',
    entrancePath: '/s/b3/u2/',
    buildingPath: '/s/b3/',
    position: null,
    requester: null,
    reportedAt: now,
    text: '3号楼2单元楼道灯不亮',
    ...given,
  };
}

const reasons = (other: Partial<ComparedCase>, fresh: Partial<ComparedCase> = {}) =>
  rankSimilar(report('new', fresh), [report('old', other)]).map(({ reason }) => reason);

describe('a similar case', () => {
  it.each([
    ['another category, though the text is the same', { category: 'leak' }],
    ['no category yet', { category: null }],
    ['another building', { entrancePath: '/s/b4/u2/', buildingPath: '/s/b4/' }],
    ['the same stairwell after 31 days', { reportedAt: now - 31 * 24 * hour }],
  ])('is not offered: %s', (_, other) => {
    expect(reasons(other)).toEqual([]);
  });

  it('is not the case itself', () => {
    expect(rankSimilar(report('new'), [report('new')])).toEqual([]);
  });

  it('is near within 50 metres and a day only', () => {
    const here = { entrancePath: null, buildingPath: null, position: [116.65, 39.9] as [number, number] };
    const at = (metres: number) => ({
      ...here,
      position: [116.65, 39.9 + metres / 111_195] as [number, number],
    });
    expect(reasons(at(49), here)).toEqual(['near']);
    expect(reasons(at(52), here)).toEqual([]);
    expect(reasons({ ...at(10), reportedAt: now - 25 * hour }, here)).toEqual([]);
  });

  it('is found by place and category however different the words', () => {
    expect(reasons({ text: '晚上黑漆漆的看不见台阶' })).toEqual(['same_entrance']);
    expect(reasons({ entrancePath: '/s/b3/u1/' })).toEqual(['same_building']);
  });

  it('of the same requester is remembered for 90 days', () => {
    const later = { requester: 'x', reportedAt: now - 80 * 24 * hour };
    expect(reasons(later, { requester: 'x' })).toEqual(['same_requester']);
    expect(reasons(later, { requester: 'y' })).toEqual([]);
  });

  it('is ranked by place first, by text after', () => {
    const open = [
      report('building', { entrancePath: '/s/b3/u1/' }),
      report('unlike', { text: '黑漆漆' }),
      report('like'),
    ];
    expect(rankSimilar(report('new'), open).map(({ caseId }) => caseId)).toEqual([
      'like',
      'unlike',
      'building',
    ]);
    expect(rankSimilar(report('new'), open, 1)).toHaveLength(1);
  });
});

describe('a root cause', () => {
  const leaks = (count: number) => Array.from({ length: count }, (_, index) => report(String(index)));

  it('is hinted at by five in one stairwell, not by four', () => {
    expect(rootCauses(leaks(4), now)).toEqual([]);
    expect(rootCauses(leaks(5), now)).toMatchObject([{ entrancePath: '/s/b3/u2/', caseIds: { length: 5 } }]);
  });

  it('counts one matter and the last 30 days', () => {
    expect(rootCauses([...leaks(4), report('4', { category: 'leak' })], now)).toEqual([]);
    expect(rootCauses([...leaks(4), report('4', { reportedAt: now - 31 * 24 * hour })], now)).toEqual([]);
  });
});

it('likeness is the share of pairs in common', () => {
  expect(jaccard(new Set(['a', 'b']), new Set(['b', 'c']))).toBeCloseTo(1 / 3);
  expect(jaccard(new Set(), new Set())).toBe(0);
});
