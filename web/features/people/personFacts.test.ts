import { expect, test } from 'vitest';
import { corrections, looksLikeChild, noPerson, registration } from './personFacts.ts';

const today = new Date('2026-11-21T02:00:00Z');

test('blanks are not sent, so that nothing known is emptied by mistake', () => {
  expect(registration({ ...noPerson, name: ' 陈小树 ' })).toEqual({ name: '陈小树', careTags: [] });
  const base = { ...noPerson, sex: 'male' as const, careTags: ['disabled' as const] };
  expect(corrections(base, base)).toEqual({});
  expect(corrections(base, { ...base, phone: '13800001111' })).toEqual({ phone: '13800001111' });
  expect(corrections(base, { ...base, careTags: [] })).toEqual({ careTags: [] });
});

test('leaving the household ends the relation', () => {
  const base = { ...noPerson, household: { value: 'a', word: '101' }, relation: 'child' as const };
  expect(corrections(base, { ...base, household: null })).toEqual({ householdId: null, relation: null });
});

test.each([
  ['2012-11-22', '', true],
  ['2012-11-21', '', false],
  ['', '110105201905050011', true],
  ['', '110105194912310021', false],
  ['', '', false],
])('born on %s with number %s asks for a guardian: %s', (bornOn, idNumber, asks) => {
  expect(looksLikeChild({ ...noPerson, bornOn, idNumber }, today)).toBe(asks);
});
