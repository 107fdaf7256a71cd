// Four eyes, notice and objections, budgets and versions, the board of families: by the endpoints.
import { expect, test } from 'vitest';
import { foundFamily } from '#contract/families/endpoints.ts';
import { listNotifications } from '#contract/notifications/endpoints.ts';
import { registerOrganisation } from '#contract/organisations/endpoints.ts';
import * as points from '#contract/points/endpoints.ts';
import { readMyPoints } from '#contract/points/mine.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { findAccountByPhone } from '#modules/identity/index.ts';
import { streetId, testPeople } from '../../../tests/kit/people.ts';
import { inStreet, personIdOf, pointsGround, pointsRow } from '../../../tests/kit/points.ts';
import { testStreet } from '../../../tests/kit/street.ts';
import { grantFor } from './index.ts';
import { checkLedger, releaseNotices } from './service/daily.ts';

const street = await testStreet();
const editor = await street.as('韩活动');
const chief = await street.as('唐科长');
const resident = await street.as('陈居民');
const phoneOf = (name: string) => testPeople.find((one) => one.name === name)?.phone ?? '';
const shop = await street.as('李书记').then(async (secretary) => {
  const { items } = await secretary.call(listAreas, { query: { limit: 200 } });
  const areaId = items.find(({ code }) => code === '990101001001')?.areaId ?? '';
  return await secretary.call(registerOrganisation, { body: { kind: 'merchant', name: '春和理发', areaId } });
});

const request = (ruleId: string, more: object = {}) => ({
  body: {
    to: shop.name,
    source: 'discount_given' as const,
    ruleId,
    quantity: 10,
    evidence: crypto.randomUUID(),
    reason: '老人理发让利',
    ...more,
  },
});

test('above the limit of the rule another person decides, and no less', async () => {
  const { ruleId } = await pointsGround(street, { sources: [], rule: { approvalAbove: 5 } });
  const small = await editor.call(points.requestGrant, request(ruleId, { quantity: 5 }));
  expect(small.state).toBe('granted');
  const { requestId, state } = await editor.call(points.requestGrant, request(ruleId));
  expect(state).toBe('waiting');
  const decide = { params: { requestId }, body: { grant: true, reason: '属实', version: 1 } };
  expect((await editor.refusal(points.decideRequest, decide)).code).toBe('permission.missing');
  await street.owner.query('update points_requests set made_by = $1 where id = $2', [
    await accountPerson('唐科长'),
    requestId,
  ]);
  expect((await chief.refusal(points.decideRequest, decide)).code).toBe('points.same_person');
  const deputy = await street.as('高主任');
  await deputy.call(points.decideRequest, decide);
  expect((await deputy.refusal(points.decideRequest, decide)).code).toBe('points.already_decided');
  const found = await chief.call(points.listAccounts, { query: { search: shop.name } });
  expect(found.items[0]).toMatchObject({ who: shop.name, balance: 15 });
});

/** As the ledger knows people of the office: the person, else the account. */
async function accountPerson(name: string): Promise<string> {
  const account = await inStreet(street, (context) => findAccountByPhone(context, phoneOf(name)));
  return account?.person_id ?? account?.id ?? '';
}

test('a resident is found by name, masked, and given points by what was found', async () => {
  const { ruleId } = await pointsGround(street, { sources: [] });
  const warden = await personIdOf(street, '赵楼长');
  await editor.call(points.requestGrant, request(ruleId, { to: warden, evidence: '协议 8 号' }));
  const { items } = await editor.call(points.listAccounts, { query: { search: '赵楼长' } });
  expect(items.map(({ who }) => who)).toContainEqual(expect.stringMatching(/^赵\*/));
  expect((await editor.call(points.listAccounts, { query: { search: '查无此人' } })).items).toEqual([]);
  const nobody = request(ruleId, { to: crypto.randomUUID(), evidence: '协议 9 号' });
  expect((await editor.refusal(points.requestGrant, nobody)).code).toBe('points.holder_unknown');
});

test('the same evidence counts once, and nobody unknown is given anything', async () => {
  const { ruleId } = await pointsGround(street, { sources: [] });
  const evidence = '协议 7 号';
  await editor.call(points.requestGrant, request(ruleId, { evidence }));
  expect((await editor.refusal(points.requestGrant, request(ruleId, { evidence }))).code).toBe(
    'points.evidence_already_used',
  );
  expect((await editor.refusal(points.requestGrant, request(ruleId, { to: '没有这家店' }))).code).toBe(
    'points.holder_unknown',
  );
});

test('points under notice wait for an objection; upheld they are withdrawn, dismissed they come', async () => {
  const { ruleId } = await pointsGround(street, { sources: [], rule: { noticeDays: 3 } });
  await editor.call(points.requestGrant, request(ruleId));
  await editor.call(points.requestGrant, request(ruleId, { to: phoneOf('陈居民'), quantity: 7 }));
  const { items } = await resident.call(points.listNotice);
  const [theirs, mine] = [items.find((one) => !one.isMine), items.find((one) => one.isMine)];
  expect(mine).toMatchObject({ amount: 7, who: expect.not.stringContaining('居民') });
  for (const one of [theirs, mine])
    await resident.call(points.objectToPoints, {
      params: { holdId: one?.holdId ?? '' },
      body: { text: '那天没有开门' },
    });
  const again = { params: { holdId: theirs?.holdId ?? '' }, body: { text: '再说一次' } };
  expect((await resident.refusal(points.objectToPoints, again)).code).toBe('points.objection_known');
  await street.owner.query(`update points_holds set due_at = '2026-11-21T01:00:00.000Z'`);
  await inStreet(street, releaseNotices);
  expect((await resident.call(points.listNotice)).items).toHaveLength(2);

  const elsewhere = await street.as('马书记').then((one) => one.call(points.listObjections));
  expect(elsewhere).toMatchObject({ items: [], total: 0 });
  expect(await chief.call(points.listObjections)).toMatchObject({ total: 2 });
  const objections = (await chief.call(points.listObjections)).items;
  for (const one of objections)
    await chief.call(points.decideObjection, {
      params: { objectionId: one.objectionId },
      body: { uphold: one.amount === 10, reason: '核实过' },
    });
  await inStreet(street, releaseNotices);
  expect((await resident.call(points.listNotice)).items).toEqual([]);
  expect((await resident.call(readMyPoints)).paying.balance).toBe(7);
  await street.react();
  const { items: told } = await resident.call(listNotifications, { query: {} });
  const answers = told.filter(({ kind }) => kind === 'answer');
  expect(answers.map(({ notice, line }) => `${notice} ${line}`).toSorted()).toEqual([
    'objection_dismissed 核实过',
    'objection_upheld 核实过',
  ]);
});

test('a version needs who may approve; the rehearsal tells what it would have granted', async () => {
  const { ruleId, programmeId } = await pointsGround(street, { sources: ['hours_mutual'] });
  const body = { ruleId, programmeId, title: '减半', points: 1, per: 2 };
  expect((await editor.refusal(points.makeRule, { body })).code).toBe('points.version_needs_approval');
  const personId = await personIdOf(street, '陈居民');
  await inStreet(street, (context) =>
    grantFor(context, {
      source: 'hours_mutual',
      evidence: 'october',
      personId,
      quantity: 90,
      happenedAt: '2026-10-10T02:00:00.000Z',
    }),
  );
  const draft = { points: 1, per: 2, dayCap: 30 };
  expect((await editor.call(points.rehearseRule, { query: draft })).items).toEqual([
    { source: 'hours_mutual', deeds: 1, granted: 90, would: 30, capped: 1 },
  ]);
  expect(await chief.call(points.makeRule, { body })).toEqual({ ruleId, version: 2 });
  expect((await street.stranger.call(points.readRules)).items).toMatchObject([
    { source: 'hours_mutual', points: 1, per: 2, version: 2 },
  ]);
});

test('a budget cannot give back what it does not have', async () => {
  const { programmeId } = await pointsGround(street, { sources: [], budget: 100 });
  const give = (amount: number) => ({ params: { programmeId }, body: { amount, reason: '年终' } });
  expect((await chief.refusal(points.returnBudget, give(101))).code).toBe('points.budget_exhausted');
  await chief.call(points.returnBudget, give(40));
  const { items } = await chief.call(points.listProgrammes);
  expect(items.find((one) => one.programmeId === programmeId)).toMatchObject({
    funded: 100,
    returned: 40,
    left: 60,
  });
});

test('the board shows the nickname of a family that wants to be seen, and no other', async () => {
  await resident.call(foundFamily, { body: { nickname: '小树一家', onBoard: true, agreed: true } });
  const personId = await personIdOf(street, '陈居民');
  await pointsGround(street, { sources: ['hours_self'] });
  await inStreet(street, (context) =>
    grantFor(context, { source: 'hours_self', evidence: 'board', personId, quantity: 25 }),
  );
  const neighbour = await street.as('赵楼长');
  const board = await neighbour.call(points.readBoard, { query: { period: 'month' } });
  expect(board.items).toEqual([{ rank: 1, nickname: '小树一家', amount: 25, isMine: false }]);
  await street.owner.query('update families set on_board = false where street_id = $1', [streetId]);
  expect((await neighbour.call(points.readBoard, { query: { period: 'all' } })).items).toEqual([]);
});

test('the daily check finds nothing, and a planted fault is told', async () => {
  await inStreet(street, checkLedger);
  expect((await chief.call(points.readMonths)).check?.broken).toBe(0);
  await street.owner.query(
    `update points_accounts set balance = balance + 1 where street_id = $1 and kind = 'family'`,
    [streetId],
  );
  street.clock.set('2026-11-21T02:01:00.000Z');
  await inStreet(street, checkLedger);
  expect((await chief.call(points.readMonths)).check?.broken).toBeGreaterThan(0);
  expect(
    await pointsRow(street, `select data from events where name = 'points.ledger_broken'`, []),
  ).toMatchObject([{ data: { rules: expect.arrayContaining(['I1', 'I2', 'I3']) } }]);
});
