import { beforeAll, describe, expect, it } from 'vitest';
import { readOffer, setOffer } from '#contract/mutualhelp/endpoints.ts';
import * as endpoints from '#contract/mutualhelp/teams.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { neighbour } from '../../../tests/kit/neighbours.ts';
import { inStreet } from '../../../tests/kit/points.ts';
import { type Caller, type TestStreet, testStreet } from '../../../tests/kit/street.ts';
import { forgetPerson } from './store/forget.ts';

let street: TestStreet;
let desk: Caller;
let chen: Caller;
let zhao: Caller;
let other: Caller;
let communityId = '';

beforeAll(async () => {
  street = await testStreet();
  desk = await street.as('郑社工');
  chen = await street.as('陈居民');
  zhao = await street.as('赵楼长');
  const base = { bornOn: '1980-01-01', room: null };
  other = await neighbour(street, {
    ...base,
    name: '南邻居',
    phone: '19900008001',
    areaCode: '990101001002',
  });
  const { items } = await desk.call(listAreas, { query: { level: 'community' } });
  communityId = items.find(({ code }) => code === '990101001001')?.areaId ?? '';
});

const found = (caller: Caller, name: string) =>
  caller.call(endpoints.foundTeam, { body: { name, purpose: '周末给老人理发' } });
const at = ({ teamId }: { teamId: string }) => ({ params: { teamId } });
const need = () =>
  desk.call(endpoints.postNeed, {
    body: {
      communityId,
      title: '周末给独居老人理发',
      startsAt: '2026-11-28T01:00:00.000Z',
      endsAt: '2026-11-28T03:00:00.000Z',
      peopleWanted: 4,
    },
  });

it('whoever is erased leaves no offer, team or pair behind', async () => {
  const team = await found(chen, '来去队');
  const { members } = await zhao.call(endpoints.joinTeam, at(team));
  const chenId = members.find(({ isLeader }) => isLeader)?.personId ?? '';
  const personId = members.find(({ isMe }) => isMe)?.personId ?? '';
  await zhao.call(endpoints.inviteApprentice, { ...at(team), body: { personId: chenId } });
  await zhao.call(setOffer, { body: { kinds: ['repair'], times: [] } });
  await inStreet(street, (context) => forgetPerson(context, personId));
  const [after] = (await chen.call(endpoints.listTeams)).items.filter(({ teamId }) => teamId === team.teamId);
  expect(after?.members).toMatchObject([{ personId: chenId, mentor: null }]);
  expect((await zhao.call(readOffer)).kinds).toEqual([]);
});

describe('teams', () => {
  it('are founded, joined and left by neighbours of the community', async () => {
    const team = await found(chen, '暖心理发队');
    expect(team).toMatchObject({ memberCount: 1, isMine: true, can: { leave: 'team.leader_stays' } });
    const twin = { body: { name: '暖心理发队', purpose: '也理发' } };
    expect(await zhao.refusal(endpoints.foundTeam, twin)).toMatchObject({ code: 'team.name_taken' });
    expect(await zhao.call(endpoints.joinTeam, at(team))).toMatchObject({ memberCount: 2 });
    expect(await zhao.refusal(endpoints.joinTeam, at(team))).toMatchObject({ code: 'team.member_already' });
    expect(await other.refusal(endpoints.joinTeam, at(team))).toMatchObject({
      code: 'team.outside_your_area',
    });
    expect((await other.call(endpoints.listTeams)).items).toEqual([]);
    const [seen] = (await desk.call(endpoints.listTeams)).items.filter(
      ({ teamId }) => teamId === team.teamId,
    );
    expect(seen).toMatchObject({ memberCount: 2, members: [] });
    expect(await zhao.call(endpoints.leaveTeam, at(team))).toMatchObject({ memberCount: 1, isMine: false });
  });

  it('a mentor offers, the newcomer agrees; nobody is paired twice or alone', async () => {
    const team = await found(chen, '楼道清扫队');
    const { members } = await zhao.call(endpoints.joinTeam, at(team));
    const zhaoId = members.find(({ isMe }) => isMe)?.personId ?? '';
    const chenId = members.find(({ isLeader }) => isLeader)?.personId ?? '';
    expect(await zhao.refusal(endpoints.answerMentor, { ...at(team), body: { agrees: true } })).toMatchObject(
      { code: 'team.no_mentor' },
    );
    const body = { personId: zhaoId };
    await chen.call(endpoints.inviteApprentice, { ...at(team), body });
    expect(await chen.refusal(endpoints.inviteApprentice, { ...at(team), body })).toMatchObject({
      code: 'team.has_mentor',
    });
    expect(
      await chen.refusal(endpoints.inviteApprentice, { ...at(team), body: { personId: chenId } }),
    ).toMatchObject({ code: 'team.not_self' });
    expect(await zhao.call(endpoints.answerMentor, { ...at(team), body: { agrees: true } })).toMatchObject({
      mentorCount: 1,
    });
    expect(await zhao.call(endpoints.answerMentor, { ...at(team), body: { agrees: false } })).toMatchObject({
      mentorCount: 0,
    });
  });
});

describe('the demand board', () => {
  it('of two leaders who claim at once, one has it; then it is done', async () => {
    const [first, second] = [await found(chen, '一队'), await found(zhao, '二队')];
    const { needId } = await need();
    const params = { needId };
    const answers = await Promise.allSettled([
      chen.call(endpoints.claimNeed, { params, body: { teamId: first.teamId } }),
      zhao.call(endpoints.claimNeed, { params, body: { teamId: second.teamId } }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const [claimed] = (await desk.call(endpoints.listNeeds)).items;
    expect(claimed).toMatchObject({ needId, status: 'claimed' });
    const body = { result: '理了十二位', version: claimed?.version ?? 0 };
    expect(await desk.call(endpoints.finishNeed, { params, body })).toMatchObject({ status: 'done' });
  });

  it('only a leader claims, may give back, and only the community posts', async () => {
    const team = await found(chen, '三队');
    const { needId } = await need();
    const params = { needId };
    const body = { teamId: team.teamId };
    expect(await zhao.refusal(endpoints.claimNeed, { params, body })).toMatchObject({
      code: 'team.not_leader',
    });
    expect(await other.refusal(endpoints.claimNeed, { params, body })).toMatchObject({
      code: 'need.outside_your_area',
    });
    await chen.call(endpoints.claimNeed, { params, body });
    expect(await zhao.refusal(endpoints.giveBackNeed, { params })).toMatchObject({
      code: 'team.not_leader',
    });
    const back = await chen.call(endpoints.giveBackNeed, { params });
    expect(back).toMatchObject({ status: 'open', team: null });
    const elsewhere = await street.as('马书记');
    expect(
      await elsewhere.refusal(endpoints.withdrawNeed, { params, body: { version: back.version } }),
    ).toMatchObject({ code: 'need.outside_your_area' });
    expect(
      await desk.call(endpoints.withdrawNeed, { params, body: { version: back.version } }),
    ).toMatchObject({ status: 'withdrawn' });
  });
});
