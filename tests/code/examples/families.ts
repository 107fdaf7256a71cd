import * as families from '#contract/families/endpoints.ts';
import { type Example, list, record, self } from './example.ts';
import type { World } from './world.ts';

/** 文社区 is no resident of that street. */
const people = {
  holder: '陈居民',
  outsider: '赵楼长',
  foreigner: '文社区',
  elsewhere: 'person.not_linked',
} as const;
const own = { ...people, outsider: null } as const;

/** 陈居民 founds a family, once for all examples; answers it as it stands. */
async function family(world: World) {
  const chen = await world.as('陈居民');
  const { family: known } = await chen.call(families.readMyFamily);
  if (known) return known;
  await chen.call(families.foundFamily, { body: { nickname: '小树一家', agreed: true } });
  const { family: founded } = await chen.call(families.readMyFamily);
  if (!founded) throw new Error('no family was founded');
  return founded;
}

async function child(world: World) {
  const chen = await world.as('陈居民');
  const known = await family(world);
  const member = known.members.find(({ part }) => part === 'child');
  if (member) return { memberId: member.memberId };
  const { children } = await chen.call(families.readMyFamily);
  const body = { personId: children[0]?.personId ?? '', agreed: true as const };
  return await chen.call(families.addChild, { body });
}

export const familyExamples: Record<string, Example> = {
  'families.read_mine': self(undefined, own),
  'families.list_companions': self(undefined, own),
  'families.found': self(() => ({ body: { nickname: '楼长一家', agreed: true } }), {
    holder: '赵楼长',
    outsider: null,
  }),
  'families.change': self(async (world) => {
    const { version } = await family(world);
    return { body: { nickname: '大树一家', onBoard: true, version } };
  }, own),
  'families.invite': self(async (world) => {
    await family(world);
    return {};
  }, own),
  'families.read_invitation': record(async (world) => {
    await family(world);
    const { invitationId } = await (await world.as('陈居民')).call(families.inviteToFamily);
    return { params: { invitationId } };
  }, people),
  'families.join': self(() => ({ body: { code: 'AAAABBBB', agreed: true } }), {
    ...own,
    reaches: 'family.code_unknown',
  }),
  'families.add_child': record(async (world) => {
    const { memberId } = await child(world);
    const chen = await world.as('陈居民');
    const { family: before } = await chen.call(families.readMyFamily);
    const personId = before?.members.find((one) => one.memberId === memberId)?.personId ?? '';
    await chen.call(families.leaveFamily, { params: { memberId } });
    return { body: { personId, agreed: true } };
  }, people),
  'families.name_member': record(
    async (world) => ({ params: await child(world), body: { nickname: '小树' } }),
    people,
  ),
  'families.leave': record(async (world) => ({ params: await child(world) }), people),
  'families.list': list(async (world) => (await family(world)).familyId),
  'families.reset_nickname': record(async (world) => {
    const { familyId, version } = await family(world);
    return { params: { familyId }, body: { reason: '写了门牌号', version } };
  }),
};
