// Who runs a venue where: the place of the post and below, and the community around a grid.
import { expect, it } from 'vitest';
import { listVenues, openVenue, readVenue } from '#contract/attendance/endpoints.ts';
import type { Permission } from '#contract/permissions.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import type { Actor } from '#kernel/context.ts';
import { sessionToday } from '../../../tests/kit/attendance.ts';
import { testStreet } from '../../../tests/kit/street.ts';
import { mayRun } from './policy.ts';

const street = await testStreet();
const day = '2026-11-21';

it('a grid worker does duty where the community of the grid meets, and at no other community', async () => {
  const secretary = await street.as('李书记');
  const areas = (await secretary.call(listAreas, { query: { limit: 200 } })).items;
  const community = areas.find((area) => area.code === '990101001001')?.areaId ?? '';
  const sessionId = await sessionToday(secretary, community, []);
  const neighbours = await street.as('马书记');
  const theirs = (await neighbours.call(listAreas, { query: { limit: 200 } })).items;
  const elsewhere = await sessionToday(
    neighbours,
    theirs.find((area) => area.code === '990101001002')?.areaId ?? '',
    [],
  );
  const body = { screenNow: street.clock.now().toISOString() };
  for (const name of ['周网格', '吴网格']) {
    const worker = await street.as(name);
    await worker.call(openVenue, { params: { sessionId }, body });
    expect((await worker.call(readVenue, { params: { sessionId } })).can.run).toBe(true);
    const listed = (await worker.call(listVenues, { query: { day } })).items.map((one) => one.sessionId);
    expect(listed).toContain(sessionId);
    expect(listed).not.toContain(elsewhere);
    expect(await worker.refusal(openVenue, { params: { sessionId: elsewhere }, body })).toMatchObject({
      status: 403,
      code: 'attendance.outside_your_area',
    });
  }
});

it('reaches one step up and no further', () => {
  const permissions: readonly Permission[] = ['attendance.run'];
  const at = (areaPath: string): Actor => ({
    kind: 'account',
    accountId: 'a',
    personId: null,
    displayName: '',
    sessionId: null,
    posts: [
      {
        postId: 'p',
        role: 'grid_worker',
        permissions,
        areaId: 'a',
        areaPath,
        organisationId: null,
        onBehalfOf: null,
      },
    ],
  });
  const grid = at('/1/11/111/');
  expect(mayRun(grid, '/1/11/111/E1/')).toBe(true);
  expect(mayRun(grid, '/1/11/')).toBe(true);
  for (const path of ['/1/', '/1/12/', '/1/11/112/', '/2/11/'])
    expect(mayRun(grid, path)).toBe('attendance.outside_your_area');
  expect(mayRun(at('/1/11/'), '/1/')).toBe('attendance.outside_your_area');
});
