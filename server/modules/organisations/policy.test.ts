import { expect, test } from 'vitest';
import type { Role } from '#contract/identity/roles.ts';
import { rolePermissions } from '#contract/identity/roles.ts';
import type { OrganisationKind } from '#contract/organisations/kinds.ts';
import type { Actor } from '#kernel/context.ts';
import { mayEditAt, mayRead, mayRevealContact } from './policy.ts';

const street = '/110112003/';
const north = '/110112003/110112003001/';
const south = '/110112003/110112003002/';
const northGrid = '/110112003/110112003001/110112003001001/';

function holder(role: Role, areaPath: string): Actor {
  const post = {
    postId: 'p',
    role,
    permissions: rolePermissions[role],
    areaId: 'a',
    areaPath,
    organisationId: null,
  };
  return {
    kind: 'account',
    accountId: 'x',
    personId: null,
    displayName: 'x',
    sessionId: null,
    posts: [{ ...post, onBehalfOf: null }],
  };
}

const clerk = holder('community_clerk', north);

test.each<[string, OrganisationKind, string, string[], boolean]>([
  ['an enterprise of the own community', 'enterprise', northGrid, [], true],
  ['an enterprise of the next community', 'enterprise', south, [], false],
  ['an enterprise known only by its street', 'enterprise', street, [], false],
  ['a section of the street', 'section', street, [], true],
  ['the property company of the next community', 'property_company', south, [], false],
  ['the same company, serving an own grid', 'property_company', south, [northGrid], true],
  ['a school that serves the whole street', 'school', south, [street], true],
])('a community clerk reads %s: %s at %s serving %j is %s', (_, kind, areaPath, served, readable) => {
  expect(mayRead(clerk, { kind, area_path: areaPath }, served)).toBe(readable);
});

test.each<[Role, string, string, boolean]>([
  ['community_clerk', north, northGrid, true],
  ['community_clerk', north, south, false],
  ['community_clerk', north, street, false],
  ['section_handler', street, south, true],
  ['grid_worker', northGrid, northGrid, false],
  ['system_admin', street, northGrid, false],
  ['security_admin', street, northGrid, false],
  ['audit_admin', street, northGrid, false],
])('%s at %s may edit at %s: %s', (role, at, areaPath, may) => {
  expect(mayEditAt(holder(role, at), areaPath)).toBe(may);
});

test.each<[Role, string, string[], boolean]>([
  ['grid_worker', northGrid, [], true],
  ['grid_worker', southGrid(), [], false],
  ['grid_worker', southGrid(), [south], false],
  ['grid_worker', southGrid(), [southGrid()], true],
  ['section_handler', street, [], true],
  ['mediator', street, [], false],
  ['system_admin', street, [], false],
])('%s at %s, company serving %j, may reveal a contact: %s', (role, at, served, may) => {
  expect(mayRevealContact(holder(role, at), { kind: 'enterprise', area_path: northGrid }, served)).toBe(may);
});

function southGrid(): string {
  return `${south}110112003002001/`;
}
