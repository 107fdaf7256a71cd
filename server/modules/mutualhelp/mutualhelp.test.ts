import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as endpoints from '#contract/mutualhelp/endpoints.ts';
import type { HelpAsk } from '#contract/mutualhelp/records.ts';
import { listNotifications } from '#contract/notifications/endpoints.ts';
import { balanceOf, grantFor, ledgerAccount } from '#modules/points/index.ts';
import { violationsOf } from '#modules/points/store/ledger.ts';
import { neighbour } from '../../../tests/kit/neighbours.ts';
import { streetId } from '../../../tests/kit/people.ts';
import { inStreet, personIdOf, pointsGround } from '../../../tests/kit/points.ts';
import { type Caller, type TestStreet, testNow, testStreet } from '../../../tests/kit/street.ts';
import { lapse } from './service/lapse.ts';

const entrance = '990101001001001E01B01U1';
let street: TestStreet;
let chen: Caller;
let zhao: Caller;
let fang: Caller;
let desk: Caller;
let child: Caller;
let chenId: string;

beforeAll(async () => {
  street = await testStreet();
  chen = await street.as('陈居民');
  zhao = await street.as('赵楼长');
  desk = await street.as('郑社工');
  const base = { areaCode: entrance };
  fang = await neighbour(street, {
    ...base,
    room: '301',
    name: '方邻居',
    phone: '19900006001',
    bornOn: '1990-01-01',
  });
  child = await neighbour(street, {
    ...base,
    room: '302',
    name: '方小明',
    phone: '19900006002',
    bornOn: '2010-01-01',
  });
  chenId = await personIdOf(street, '陈居民');
  await pointsGround(street, { sources: ['other'] });
  await inStreet(street, (context) =>
    grantFor(context, { source: 'other', evidence: 'gift', personId: chenId, quantity: 100 } as never),
  );
});

beforeEach(async () => {
  street.clock.set(new Date(testNow));
  for (const caller of [chen, zhao])
    for (const { askId, can } of (await caller.call(endpoints.listMyAsks)).items)
      if (can.cancel === true) await caller.call(endpoints.cancelAsk, { params: { askId } });
});

const ladder = {
  kind: 'borrow',
  text: '借一把梯子',
  forWhom: 'self',
  startsAt: '2026-11-22T02:00:00.000Z',
  endsAt: '2026-11-22T04:00:00.000Z',
  company: 'one',
  points: 10,
} as const;
type Body = Parameters<typeof asks>[1];

async function asks(caller: Caller, more: Record<string, unknown> = {}): Promise<HelpAsk> {
  return await caller.call(endpoints.askHelp, { body: { ...ladder, ...more } as never });
}
const refused = (caller: Caller, more: Body) =>
  caller.refusal(endpoints.askHelp, { body: { ...ladder, ...more } as never });
const at = ({ askId }: { askId: string }) => ({ params: { askId } });
const see = (caller: Caller, ask: HelpAsk) => caller.call(endpoints.getAsk, at(ask));

async function agrees(ask: HelpAsk, place = 0): Promise<HelpAsk> {
  const { pledges, version } = await see(chen, ask);
  const body = { pledgeId: pledges[place]?.pledgeId ?? '', version };
  return await chen.call(endpoints.agreePledge, { ...at(ask), body });
}

const points = (personId: string) =>
  inStreet(street, async (context) =>
    balanceOf(context, await ledgerAccount(context, { kind: 'member', ownerId: personId })),
  );

async function events(name: string) {
  const { rows } = await street.owner.query<{ subject_id: string; data: unknown }>(
    'select subject_id, data from events where street_id = $1 and name = $2 order by id',
    [streetId, name],
  );
  return rows;
}

describe('who may', () => {
  it('not a stranger, not who is not in the register, not another community or street', async () => {
    const ask = await asks(chen);
    expect(await street.stranger.refusal(endpoints.getAsk, at(ask))).toMatchObject({ status: 401 });
    for (const name of ['马书记', '李书记', '文社区'])
      expect(await (await street.as(name)).refusal(endpoints.getAsk, at(ask)), name).toMatchObject({
        status: 403,
        code: 'help.not_registered',
      });
    const second = '990101001002';
    const other = await neighbour(street, {
      name: '南邻居',
      phone: '19900006003',
      bornOn: '1980-01-01',
      areaCode: second,
      room: null,
    });
    for (const endpoint of [endpoints.getAsk, endpoints.pledgeHelp, endpoints.showContact])
      expect(await other.refusal(endpoint, at(ask))).toMatchObject({
        status: 403,
        code: 'help.other_community',
      });
    expect((await other.call(endpoints.listAsks)).items).toEqual([]);
  });

  it('the nearest read it first, and how near', async () => {
    const far = await neighbour(street, {
      name: '远邻居',
      phone: '19900006011',
      bornOn: '1985-01-01',
      areaCode: '990101001001',
      room: null,
    });
    const soon = { startsAt: '2026-11-22T00:00:00.000Z', endsAt: '2026-11-22T01:00:00.000Z', points: 0 };
    const there = await asks(far, { ...soon, text: '帮忙看一下水表' });
    const here = await asks(chen, { text: '借一把扳手', points: 0 });
    const near = (await fang.call(endpoints.listAsks)).items.filter(({ askId }) =>
      [there.askId, here.askId].includes(askId),
    );
    expect(near.map(({ askId, nearness }) => [askId, nearness])).toEqual([
      [here.askId, 'building'],
      [there.askId, 'community'],
    ]);
    const first = await fang.call(endpoints.listAsks, { query: { limit: 1 } });
    const next = { limit: 1, cursor: first.nextCursor ?? '' };
    const second = await fang.call(endpoints.listAsks, { query: next });
    expect(second.items[0]?.askId).not.toBe(first.items[0]?.askId);
    await far.call(endpoints.pledgeHelp, at(here));
    expect((await see(chen, here)).pledges[0]?.helper.nearness).toBe('community');
    await far.call(endpoints.cancelAsk, at(there));
  });

  it('nobody under 18 asks, helps or offers', async () => {
    const ask = await asks(chen);
    expect(await child.refusal(endpoints.pledgeHelp, at(ask))).toMatchObject({ code: 'help.minor' });
    expect(await refused(child, {})).toMatchObject({ code: 'help.minor' });
    expect(await child.refusal(endpoints.setOffer, { body: { kinds: [], times: [] } })).toMatchObject({
      code: 'help.minor',
    });
  });

  it('only the community moderates', async () => {
    const ask = await asks(chen);
    const body = { reason: '不实', version: ask.version };
    expect(await chen.refusal(endpoints.hideAsk, { ...at(ask), body })).toMatchObject({
      code: 'permission.missing',
    });
    expect(await (await street.as('马书记')).refusal(endpoints.hideAsk, { ...at(ask), body })).toMatchObject({
      code: 'help.outside_your_area',
    });
  });
});

describe('what is refused', () => {
  it.each([
    [{ text: '搬一次给20元' }, 'help.money_words'],
    [{ text: '帮我收验证码' }, 'help.identity_words'],
    [{ text: '电话13900007777' }, 'help.number_words'],
    [{ startsAt: '2026-11-21T01:00:00.000Z' }, 'help.time_past'],
    [{ endsAt: '2026-11-23T02:00:00.000Z' }, 'help.time_order'],
    [{ forWhom: 'elder' }, 'help.company_needed'],
    [{ kind: 'fetch_child', company: 'community_told' }, 'help.company_needed'],
    [{ points: 20, company: 'two_helpers', text: '借两把梯子' }, null],
  ])('%j → %s', async (more, code) => {
    if (code) expect(await refused(chen, more)).toMatchObject({ status: 409, code });
    else expect(await asks(chen, more)).toMatchObject({ status: 'open', helpersWanted: 2 });
  });

  it('more points than there are, more than twenty, and a fourth ask', async () => {
    expect(await refused(zhao, { forWhom: 'other' })).toMatchObject({ code: 'help.points_short' });
    expect(await refused(chen, { points: 21 })).toMatchObject({ code: 'input.invalid' });
    for (let one = 0; one < 3; one++) await asks(chen, { points: 0 });
    expect(await refused(chen, { points: 0 })).toMatchObject({ code: 'help.too_many' });
  });
});

describe('from ask to thanks', () => {
  it('holds at the agreement, hands over with the thanks, tells points once', async () => {
    const before = await points(chenId);
    const ask = await asks(chen);
    expect((await points(chenId)).available).toBe(before.available);
    const board = await zhao.call(endpoints.listAsks);
    expect(board.items).toMatchObject([{ askId: ask.askId, asker: '陈**', can: { pledge: true } }]);
    expect(JSON.stringify(board)).not.toContain('101');
    await zhao.call(endpoints.pledgeHelp, at(ask));
    expect(await fang.refusal(endpoints.showContact, at(ask))).toMatchObject({ code: 'help.not_party' });
    expect(await chen.refusal(endpoints.showContact, at(ask))).toMatchObject({ code: 'help.not_matched' });

    const matched = await agrees(ask);
    expect(matched).toMatchObject({ status: 'matched', helpersAgreed: 1 });
    expect((await points(chenId)).available).toBe(before.available - 10);
    expect(await chen.call(endpoints.showContact, at(ask))).toEqual({
      people: [{ name: '赵楼长', phone: '19900001002', door: null }],
    });
    expect((await zhao.call(endpoints.showContact, at(ask))).people).toMatchObject([
      { name: '陈居民', phone: '19900001001', door: expect.stringContaining('101') },
    ]);
    expect((await zhao.call(endpoints.listAsks)).items).toEqual([]);

    const zhaoId = await personIdOf(street, '赵楼长');
    const body = { thanks: '谢谢赵叔', version: matched.version };
    expect(await zhao.refusal(endpoints.finishAsk, { ...at(ask), body })).toMatchObject({
      code: 'help.not_asker',
    });
    const done = await chen.call(endpoints.finishAsk, { ...at(ask), body });
    expect(done).toMatchObject({ status: 'done', thanks: '谢谢赵叔', pledges: [{ state: 'thanked' }] });
    expect(await points(chenId)).toMatchObject({ balance: before.balance - 10, held: 0 });
    expect(await points(zhaoId)).toMatchObject({ balance: 10 });
    expect((await events('help.given')).at(-1)?.data).toEqual({
      askId: ask.askId,
      helperId: zhaoId,
      kind: 'borrow',
    });
    expect(await zhao.refusal(endpoints.showContact, at(ask))).toMatchObject({ code: 'help.not_party' });
    expect(await violationsOf(street.kernel.db, streetId)).toEqual([]);
  });

  it('the street thanks too where a tariff says so, once for each help', async () => {
    await pointsGround(street, { sources: ['help_given'] });
    const fangId = await personIdOf(street, '方邻居');
    const ask = await asks(chen, { points: 0 });
    await fang.call(endpoints.pledgeHelp, at(ask));
    const { version } = await agrees(ask);
    await chen.call(endpoints.finishAsk, { ...at(ask), body: { thanks: '', version } });
    await street.react();
    await street.react();
    expect(await points(fangId)).toMatchObject({ balance: 1 });
  });

  it('of two who agree or are agreed on at once, as many as wanted', async () => {
    const ask = await asks(chen);
    await Promise.all([zhao, fang].map((caller) => caller.call(endpoints.pledgeHelp, at(ask))));
    const { pledges, version } = await see(chen, ask);
    const answers = await Promise.allSettled(
      pledges.map(({ pledgeId }) =>
        chen.call(endpoints.agreePledge, { ...at(ask), body: { pledgeId, version } }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const after = await see(chen, ask);
    expect(after.pledges.map(({ state }) => state).toSorted()).toEqual(['agreed', 'passed']);
    expect((await points(chenId)).held).toBe(10);
  });

  it('a delicate ask needs the agreement and two; who did not come gets nothing', async () => {
    const ask = await asks(chen, { kind: 'fetch_child', text: '四点半接孩子', company: 'two_helpers' });
    expect(await zhao.refusal(endpoints.pledgeHelp, at(ask))).toMatchObject({
      code: 'help.agreement_needed',
    });
    expect((await see(zhao, ask)).can.pledge).toBe('help.agreement_needed');
    for (const caller of [zhao, fang]) {
      await caller.call(endpoints.signAgreement, { body: { edition: '2026-11' } });
      await caller.call(endpoints.pledgeHelp, at(ask));
    }
    const half = await agrees(ask);
    expect(half).toMatchObject({ status: 'open', can: { done: 'help.not_matched' } });
    expect(await zhao.refusal(endpoints.showContact, at(ask))).toMatchObject({ code: 'help.not_matched' });
    const matched = await agrees(ask, 1);
    expect(matched.status).toBe('matched');
    expect((await points(chenId)).held).toBe(20);
    const missed = matched.pledges[1]?.pledgeId ?? '';
    const body = { thanks: '', missedPledgeIds: [missed], version: matched.version };
    const given = (await events('help.given')).length;
    await chen.call(endpoints.finishAsk, { ...at(ask), body });
    expect((await points(chenId)).held).toBe(0);
    expect(await events('help.given')).toHaveLength(given + 1);
    expect((await events('help.missed')).at(-1)?.data).toEqual({ pledgeId: missed });
  });
});

describe('who is told', () => {
  const titles = async (caller: Caller) =>
    (await caller.call(listNotifications, { query: { limit: 200 } })).items.map(({ title }) => title);

  it('who offers it, the asker, the chosen one, and the community where it must know', async () => {
    await fang.call(endpoints.setOffer, { body: { kinds: ['repair'], times: ['weekend_day'] } });
    await zhao.call(endpoints.signAgreement, { body: { edition: '2026-11' } });
    const ask = await asks(chen, { kind: 'repair', text: '水龙头滴水', company: 'community_told' });
    await zhao.call(endpoints.pledgeHelp, at(ask));
    const matched = await agrees(ask);
    const body = { thanks: '谢谢', version: matched.version };
    await chen.call(endpoints.finishAsk, { ...at(ask), body });
    await street.react();
    expect(await titles(fang)).toContain('邻居要人帮忙：修小东西');
    expect(await titles(chen)).toContain('有邻居愿意帮您');
    expect(await titles(zhao)).toEqual(expect.arrayContaining(['和邻居约好了', '邻居谢谢您']));
    expect(await titles(desk)).toContain('居民互助，请知道');
    expect(await titles(child)).toEqual([]);
  });
});

describe('when it does not come to that', () => {
  const matched = async () => {
    const ask = await asks(chen);
    await zhao.call(endpoints.pledgeHelp, at(ask));
    return await agrees(ask);
  };

  it('cancelling in the middle gives the points back, and ends it', async () => {
    const free = (await points(chenId)).available;
    const ask = await matched();
    expect(await chen.call(endpoints.cancelAsk, at(ask))).toMatchObject({ status: 'cancelled' });
    expect(await points(chenId)).toMatchObject({ available: free, held: 0 });
    expect(await chen.refusal(endpoints.cancelAsk, at(ask))).toMatchObject({ code: 'help.settled' });
    expect(await zhao.refusal(endpoints.showContact, at(ask))).toMatchObject({ code: 'help.not_party' });
  });

  it('a helper who takes the word back opens it again, and may come back', async () => {
    const ask = await matched();
    await zhao.call(endpoints.withdrawPledge, at(ask));
    expect((await points(chenId)).held).toBe(0);
    expect(await see(chen, ask)).toMatchObject({ status: 'open', helpersAgreed: 0 });
    expect((await zhao.call(endpoints.pledgeHelp, at(ask))).mine).toBe('helper');
  });

  it('lapses three days after its end, not before; unanswered at its end', async () => {
    const ask = await matched();
    const waiting = await asks(chen, { points: 0 });
    street.clock.set(new Date('2026-11-25T03:59:00.000Z'));
    await inStreet(street, lapse);
    const later = await street.as('陈居民');
    expect((await see(later, ask)).status).toBe('matched');
    expect((await see(later, waiting)).status).toBe('lapsed');
    street.clock.set(new Date('2026-11-25T04:00:00.000Z'));
    await inStreet(street, lapse);
    expect((await see(later, ask)).status).toBe('lapsed');
    expect((await points(chenId)).held).toBe(0);
    expect(await violationsOf(street.kernel.db, streetId)).toEqual([]);
  });

  it('a report reaches the desk; hiding takes it off the board and gives back', async () => {
    const ask = await matched();
    const body = { reason: 'money' as const };
    await fang.call(endpoints.reportAsk, { ...at(ask), body });
    expect(await fang.refusal(endpoints.reportAsk, { ...at(ask), body })).toMatchObject({
      code: 'help.reported_already',
    });
    const [first] = (await desk.call(endpoints.listModerated)).items;
    expect(first).toMatchObject({ askId: ask.askId, asker: '陈**', reports: [{ closedAt: null }] });
    const hidden = await desk.call(endpoints.hideAsk, {
      ...at(ask),
      body: { reason: '有人要钱', version: first?.version ?? 0 },
    });
    expect(hidden).toMatchObject({ status: 'hidden', hiddenReason: '有人要钱' });
    expect((await points(chenId)).held).toBe(0);
    expect(await fang.refusal(endpoints.getAsk, at(ask))).toMatchObject({ code: 'help.not_open' });
    expect(await desk.refusal(endpoints.closeReports, at(ask))).toMatchObject({ code: 'help.no_reports' });
  });
});
