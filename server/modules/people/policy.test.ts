import { describe, expect, test } from 'vitest';
import type { Role } from '#contract/identity/roles.ts';
import { rolePermissions } from '#contract/identity/roles.ts';
import type { Actor } from '#kernel/context.ts';
import {
  mayCorrectPerson,
  mayDecideErasure,
  mayDecideMinorAccess,
  mayEditTags,
  mayRequestMinorAccess,
  mayReveal,
  seesHouseholdTags,
} from './policy.ts';

const street = '/1/';
const community = '/1/11/';
const grid = '/1/11/111/';
const entrance = '/1/11/111/1111/';
const elsewhere = '/1/12/';

const holding = (role: Role, areaPath: string): Actor => ({
  kind: 'account',
  accountId: 'me',
  personId: null,
  displayName: 'me',
  sessionId: null,
  posts: [
    {
      postId: 'post',
      role,
      permissions: rolePermissions[role],
      areaId: 'area',
      areaPath,
      organisationId: null,
      onBehalfOf: null,
    },
  ],
});

const adult = {
  areaPath: entrance,
  status: 'active',
  minor: false,
  accessGranted: false,
  accessAsked: false,
  erasureAsked: false,
} as const;
const minor = { ...adult, minor: true } as const;

describe('seeing somebody in the clear', () => {
  test.each([
    ['grid_worker', grid, adult, true],
    ['door_warden', entrance, adult, true],
    ['door_warden', '/1/11/111/1112/', adult, 'person.outside_your_area'],
    ['grid_worker', elsewhere, adult, 'person.outside_your_area'],
    ['dispatcher', street, adult, 'person.outside_your_area'],
    ['community_secretary', community, minor, 'person.minor_approval_needed'],
    ['community_secretary', community, { ...minor, accessGranted: true }, true],
    ['grid_worker', grid, { ...adult, status: 'erased' }, 'person.erased'],
  ] as const)('%s at %s: %o', (role, path, facts, expected) => {
    expect(mayReveal(holding(role, path), facts)).toBe(expected);
  });

  test('leave is asked for minors only, and once', () => {
    const worker = holding('grid_worker', grid);
    expect(mayRequestMinorAccess(worker, adult)).toBe('minor_access.not_a_minor');
    expect(mayRequestMinorAccess(worker, minor)).toBe(true);
    expect(mayRequestMinorAccess(worker, { ...minor, accessAsked: true })).toBe('minor_access.open_already');
    expect(mayRequestMinorAccess(worker, { ...minor, accessGranted: true })).toBe(
      'minor_access.granted_already',
    );
  });
});

describe('deciding', () => {
  const request = { areaPath: entrance, requestedBy: 'other', open: true };
  test.each([
    ['community_secretary', community, request, true],
    ['community_secretary', elsewhere, request, 'person.outside_your_area'],
    ['community_secretary', community, { ...request, requestedBy: 'me' }, 'minor_access.own_request'],
    ['community_secretary', community, { ...request, open: false }, 'minor_access.decided_already'],
    ['grid_lead', grid, request, 'person.outside_your_area'],
  ] as const)('%s at %s on access: %o', (role, path, facts, expected) => {
    expect(mayDecideMinorAccess(holding(role, path), facts)).toBe(expected);
  });

  test('nobody deletes on the own request', () => {
    const secretary = holding('community_secretary', community);
    expect(mayDecideErasure(secretary, { ...request, requestedBy: 'me' })).toBe('erasure.own_request');
    expect(mayDecideErasure(secretary, request)).toBe(true);
  });
});

test.each([
  ['grid_worker', grid, true],
  ['community_clerk', community, true],
  ['door_warden', entrance, true],
  ['grid_worker', '/1/11/112/', false],
  ['principal', street, false],
  ['section_chief', street, false],
] as const)('%s at %s sees whom neighbours may turn to: %s', (role, path, sees) => {
  expect(seesHouseholdTags(holding(role, path), entrance)).toBe(sees);
});

test('who left or was erased is not corrected, and wardens correct nobody', () => {
  const worker = holding('grid_worker', grid);
  expect(mayCorrectPerson(worker, adult)).toBe(true);
  expect(mayCorrectPerson(worker, { ...adult, status: 'departed' })).toBe('person.departed');
  expect(mayCorrectPerson(holding('door_warden', entrance), adult)).toBe('person.outside_your_area');
  expect(mayEditTags(worker, { areaPath: entrance, left: true })).toBe('household.left');
});
