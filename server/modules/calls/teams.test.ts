// A call to volunteer teams: whom it reaches, and who may call them.
import { expect, it } from 'vitest';
import { countReach, issueCall } from '#contract/calls/endpoints.ts';
import { closeTeam, foundTeam, joinTeam, leaveTeam } from '#contract/mutualhelp/teams.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { neighbour } from '../../../tests/kit/neighbours.ts';
import { testStreet } from '../../../tests/kit/street.ts';

const street = await testStreet();
const secretary = await street.as('李书记');
const { items } = await (await street.as('高主任')).call(listAreas, { query: { limit: 200 } });
const area = (code: string) => items.find((one) => one.code === code)?.areaId ?? '';
const lives = (name: string, phone: string, areaCode: string, room: string) =>
  neighbour(street, { name, phone, bornOn: '1990-01-01', areaCode, room });

it('reaches the grown-ups of the team, in whichever grid they live, and follows who joins and leaves', async () => {
  const leader = await lives('范队长', '19900008001', '990101001001001E01B01U1', '401');
  const member = await lives('范队员', '19900008002', '990101001001002E01B01U1', '402');
  const { teamId, version } = await leader.call(foundTeam, { body: { name: '红马甲', purpose: '清雪' } });
  await member.call(joinTeam, { params: { teamId } });
  await street.react();
  const target = { areaIds: [area('990101001001001')], groups: ['teams' as const], teamIds: [teamId] };
  const reach = () => secretary.call(countReach, { body: target });
  expect(await reach()).toEqual({ people: 2 });
  const other = await street.as('马书记');
  const elsewhere = { ...target, areaIds: [area('990101001002')] };
  expect(await other.refusal(countReach, { body: elsewhere })).toMatchObject({
    status: 403,
    code: 'call.outside_your_area',
  });
  const none = { ...target, teamIds: [] };
  expect((await secretary.refusal(countReach, { body: none })).code).toBe('call.teams_missing');
  const call = await secretary.call(issueCall, {
    body: {
      ...target,
      template: 'snow',
      title: '一起扫雪',
      why: '清出楼门口的路',
      areaId: area('990101001001'),
      gatherPoint: '居委会门口',
      startsAt: '2026-11-22T00:00:00.000Z',
      endsAt: '2026-11-22T03:00:00.000Z',
      peopleWanted: 2,
    },
  });
  expect(call.reachedCount).toBe(2);
  await member.call(leaveTeam, { params: { teamId } });
  await street.react();
  expect(await reach()).toEqual({ people: 1 });
  await leader.call(closeTeam, { params: { teamId }, body: { version } });
  await street.react();
  expect((await secretary.refusal(countReach, { body: target })).status).toBe(404);
});
