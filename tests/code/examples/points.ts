import * as points from '#contract/points/endpoints.ts';
import * as mine from '#contract/points/mine.ts';
import { type Example, list, record, self } from './example.ts';
import type { World } from './world.ts';

const resident = {
  holder: '陈居民',
  outsider: null,
  foreigner: '文社区',
  elsewhere: 'points.no_resident',
} as const;
const anybody = { holder: '陈居民', outsider: null } as const;
const editor = { holder: '韩活动', outsider: null, foreigner: '文活动' } as const;
const approver = { holder: '唐科长', outsider: null, foreigner: '文科长' } as const;

async function programme(world: World) {
  const { programmeId } = await (await world.as('韩活动')).call(points.openProgramme, {
    body: { name: `项目${crypto.randomUUID().slice(0, 8)}`, year: 2026 },
  });
  await (await world.as('唐科长')).call(points.fundProgramme, {
    params: { programmeId },
    body: { amount: 1000, reason: '年初预算' },
  });
  return programmeId;
}

const ruleBody = (programmeId: string) => ({ programmeId, title: '场地', points: 10, per: 1 });

async function rule(world: World, more: object = {}) {
  const body = { ...ruleBody(await programme(world)), ...more };
  return await (await world.as('韩活动')).call(points.makeRule, { body });
}

/** A contribution of a shop of the first community. */
async function request(world: World, more: object) {
  const { ruleId } = await rule(world, more);
  const { name } = await world.newOrganisation();
  const body = {
    to: name,
    source: 'space_lent' as const,
    ruleId,
    quantity: 3,
    evidence: crypto.randomUUID(),
    reason: '借出会议室',
  };
  const made = await (await world.as('韩活动')).call(points.requestGrant, { body });
  return { ...made, body, name };
}

const waiting = async (world: World) => (await request(world, { approvalAbove: 5 })).requestId;

async function account(world: World) {
  const { name } = await request(world, {});
  const found = await (await world.as('唐科长')).call(points.listAccounts, { query: { search: name } });
  return found.items[0]?.accountId ?? '';
}

async function notice(world: World) {
  const { name } = await request(world, { noticeDays: 3 });
  const { items } = await (await world.as('陈居民')).call(points.listNotice, { query: { limit: 200 } });
  return items.find(({ who }) => who === name)?.holdId ?? '';
}

async function objection(world: World) {
  const holdId = await notice(world);
  await (await world.as('陈居民')).call(points.objectToPoints, {
    params: { holdId },
    body: { text: '会议室那天没有开' },
  });
  const { items } = await (await world.as('唐科长')).call(points.listObjections, { query: { limit: 200 } });
  return items.filter(({ state }) => state === 'open').at(-1)?.objectionId ?? '';
}

export const pointsExamples: Record<string, Example> = {
  'points.read_mine': self(undefined, resident),
  'points.list_mine': self(undefined, resident),
  'points.split': self((world) => splitBody(world), {
    ...resident,
    reaches: 'points.insufficient_available',
  }),
  'points.pool': self(() => ({ body: { amount: 5 } }), {
    ...resident,
    reaches: 'points.insufficient_available',
  }),
  'points.donate': self(() => ({ body: { amount: 5 } }), {
    ...resident,
    reaches: 'points.insufficient_available',
  }),
  'points.list_notice': self(undefined, anybody),
  'points.object': record(
    async (world) => ({ params: { holdId: await notice(world) }, body: { text: '不对' } }),
    anybody,
  ),
  'points.read_board': self(undefined, anybody),
  'points.list_programmes': self(undefined, editor),
  'points.open_programme': self(() => ({ body: { name: '新项目', year: 2027 } }), editor),
  'points.fund': record(
    async (world) => ({
      params: { programmeId: await programme(world) },
      body: { amount: 10, reason: '追加' },
    }),
    approver,
  ),
  'points.return': record(
    async (world) => ({
      params: { programmeId: await programme(world) },
      body: { amount: 10, reason: '退回' },
    }),
    approver,
  ),
  'points.list_rules': self(undefined, editor),
  'points.make_rule': record(
    async (world) => ({ body: { ...ruleBody(await programme(world)), ruleId: (await rule(world)).ruleId } }),
    approver,
  ),
  'points.set_tariff': record(
    async (world) => ({ body: { source: 'jobs_offered', ruleId: (await rule(world)).ruleId } }),
    approver,
  ),
  'points.rehearse': self(() => ({ query: { points: 1, per: 30 } }), editor),
  'points.list_requests': list(waiting),
  'points.request': record(async (world) => {
    const { ruleId } = await rule(world);
    const { name: to } = await world.newOrganisation();
    const more = { source: 'space_lent', quantity: 1, evidence: '协议 1 号', reason: '借出会议室' };
    return { body: { to, ruleId, ...more } };
  }, editor),
  'points.decide_request': record(
    async (world) => ({
      params: { requestId: await waiting(world) },
      body: { grant: true, reason: '属实', version: 1 },
    }),
    approver,
  ),
  'points.list_objections': list(objection, {}, () => ({ query: { limit: 200 } })),
  'points.decide_objection': record(
    async (world) => ({
      params: { objectionId: await objection(world) },
      body: { uphold: true, reason: '属实' },
    }),
    approver,
  ),
  'points.list_accounts': list(account),
  'points.get_account': record(async (world) => ({ params: { accountId: await account(world) } })),
  'points.list_statement': record(async (world) => ({ params: { accountId: await account(world) } })),
  'points.reverse': record(async (world) => {
    const accountId = await account(world);
    const { items } = await (await world.as('唐科长')).call(points.listStatement, { params: { accountId } });
    return { params: { transferId: items[0]?.lineId ?? '' }, body: { reason: '登记重复' } };
  }, approver),
  'points.read_months': self(undefined, editor),
};

/** 陈居民 founds a family where there is none, and gives points that are not there to the child. */
async function splitBody(world: World) {
  const { readMyFamily, foundFamily } = await import('#contract/families/endpoints.ts');
  const chen = await world.as('陈居民');
  const { family } = await chen.call(readMyFamily);
  if (!family) await chen.call(foundFamily, { body: { nickname: '小树一家', agreed: true } });
  const { members } = await chen.call(mine.readMyPoints);
  return { body: { personId: members.find(({ isSelf }) => isSelf)?.personId ?? '', amount: 5 } };
}
