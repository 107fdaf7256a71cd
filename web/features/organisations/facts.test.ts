import { expect, test } from 'vitest';
import { conflicts, merged, noFacts, sentFacts, spoken, type TypedFacts } from './facts.ts';

const base: TypedFacts = { ...noFacts, name: '早点铺', area: { value: 'a', word: '一号网格' } };

test('blank fields are sent as nothing, a zero of members is a zero', () => {
  expect(sentFacts({ ...base, industry: '  ', partyMemberCount: '0' })).toMatchObject({
    industry: null,
    partyMemberCount: 0,
  });
  expect(sentFacts(base).partyMemberCount).toBeNull();
});

test('what only the other changed is taken over, what both changed is asked', () => {
  const typed = { ...base, name: '早点铺（新）', address: '东门' };
  const current = { ...base, address: '西门', industry: '餐饮' };
  const mine = merged(base, typed, current);
  expect(mine).toMatchObject({ name: '早点铺（新）', address: '东门', industry: '餐饮' });
  expect(conflicts(base, mine, current)).toEqual(['address']);
});

test('two editors who typed the same do not disagree', () => {
  const typed = { ...base, address: '西门' };
  expect(conflicts(base, typed, { ...base, address: '西门' })).toEqual([]);
});

test('a fact is spoken in words', () => {
  expect(spoken(base, 'area')).toBe('一号网格');
  expect(spoken(base, 'kind')).toBe('企业');
  expect(spoken(base, 'parent')).toBe('空');
});
