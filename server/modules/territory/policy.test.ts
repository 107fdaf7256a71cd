import { describe, expect, it } from 'vitest';
import type { Permission } from '#contract/permissions.ts';
import type { Actor } from '#kernel/context.ts';
import { mayEdit, mayRead, mayReshape, pathAbove } from './policy.ts';

const street = '/990101001/';
const community = `${street}990101001001/`;
const grid = `${community}990101001001001/`;
const other = `${street}990101001002/`;

const holder = (areaPath: string, ...permissions: Permission[]): Actor => ({
  kind: 'account',
  accountId: 'a',
  personId: null,
  displayName: '某人',
  sessionId: null,
  posts: [
    { postId: 'p', role: 'r', permissions, areaId: 'x', areaPath, organisationId: null, onBehalfOf: null },
  ],
});

describe('who may see and change a place', () => {
  it('a stranger may nothing', () => {
    const stranger: Actor = { ...holder(street), kind: 'stranger', posts: [] };
    expect(mayRead(stranger, grid)).toBe(false);
    expect(mayEdit(stranger, grid)).toBe('area.outside_your_area');
    expect(mayReshape(stranger, grid)).toBe('area.outside_your_area');
  });

  it('a right reaches down its own area and nowhere else', () => {
    const secretary = holder(community, 'area.read', 'area.edit');
    expect(mayRead(secretary, grid)).toBe(true);
    expect(mayRead(secretary, other)).toBe(false);
    expect(mayRead(secretary, street)).toBe(false);
    expect(mayEdit(secretary, community)).toBe(true);
    expect(mayEdit(secretary, other)).toBe('area.outside_your_area');
  });

  it('a place is moved or ended by whoever edits the place above', () => {
    const secretary = holder(community, 'area.read', 'area.edit');
    expect(mayReshape(secretary, grid)).toBe(true);
    expect(mayReshape(secretary, community)).toBe('area.not_reshapable');
    expect(mayReshape(holder(street, 'area.edit'), community)).toBe(true);
  });

  it('reading is not editing', () => {
    expect(mayEdit(holder(street, 'area.read'), grid)).toBe('area.outside_your_area');
  });

  it('the place above is one code shorter', () => {
    expect(pathAbove(grid)).toBe(community);
    expect(pathAbove(street)).toBe('/');
  });
});
