import { expect, test } from 'vitest';
import type { OrganisationFacts } from '#contract/organisations/endpoints.ts';
import { changedFacts, factNames, type Move, mayCommit, moved, parentFits, type Status } from './rules.ts';

test.each<[Status, Move, object]>([
  ['closed', 'edit', { refused: 'organisation.closed' }],
  ['closed', 'close', { refused: 'organisation.already_closed' }],
  ['active', 'reopen', { refused: 'organisation.not_closed' }],
  ['active', 'edit', { status: 'active' }],
  ['active', 'close', { status: 'closed' }],
  ['closed', 'reopen', { status: 'active' }],
])('%s + %s gives %j', (status, move, outcome) => expect(moved(status, move)).toEqual(outcome));

test.each<[boolean, Status, true | string]>([
  [false, 'active', 'organisation.not_council_member'],
  [true, 'closed', 'organisation.closed'],
  [true, 'active', true],
])('council member %s, %s: may commit %s', (council_member, status, answer) =>
  expect(mayCommit({ council_member, status })).toBe(answer),
);

test('an organisation is never above itself', () => {
  expect(parentFits('a', ['b', 'a'])).toBe('organisation.parent_loop');
  expect(parentFits('a', ['a'])).toBe('organisation.parent_loop');
  expect(parentFits('a', ['b', 'c'])).toBe(true);
});

test('every fact is compared', () => {
  const facts: OrganisationFacts = {
    kind: 'enterprise',
    name: '北方灯具',
    shortName: null,
    creditCode: null,
    industry: null,
    address: null,
    areaId: 'a',
    parentId: null,
    councilMember: false,
    partyMemberCount: null,
    partyOrganisation: null,
  };
  expect([...factNames].sort()).toEqual(Object.keys(facts).sort());
  expect(changedFacts(facts, { ...facts })).toEqual([]);
  expect(changedFacts(facts, { ...facts, partyMemberCount: 0, name: '南方灯具' })).toEqual([
    'name',
    'partyMemberCount',
  ]);
});
