// A volunteer family from its founding to its end, and what nobody else may do with it.
import { beforeAll, describe, expect, it } from 'vitest';
import * as families from '#contract/families/endpoints.ts';
import { readMine } from '#contract/people/mine.ts';
import { leaving } from '#modules/families/rules.ts';
import { type Caller, testStreet } from '../kit/street.ts';

const street = await testStreet();

describe('a volunteer family', () => {
  let chen: Caller;
  let zhao: Caller;
  beforeAll(async () => {
    chen = await street.as('陈居民');
    zhao = await street.as('赵楼长');
  });
  const mine = async (caller: Caller) => await caller.call(families.readMyFamily);

  it('is founded with a child in care, and the consent on which hours rest', async () => {
    const { children } = await mine(chen);
    expect(children.map(({ name }) => name)).toEqual(['陈小树']);
    await chen.call(families.foundFamily, {
      body: { nickname: '小树一家', childIds: children.map(({ personId }) => personId), agreed: true },
    });
    const { family, children: left } = await mine(chen);
    expect(left).toEqual([]);
    expect(family?.members.map(({ part, isSelf }) => [part, isSelf])).toEqual([
      ['adult', true],
      ['child', false],
    ]);
    const data = await chen.call(readMine);
    const standing = [...data.consents, ...(data.children[0]?.consents ?? [])].map(({ purpose }) => purpose);
    expect(standing.filter((purpose) => purpose === 'volunteer_points')).toHaveLength(2);
  });

  it('says whom one may sign up', async () => {
    const { items } = await chen.call(families.listCompanions);
    expect(items.map(({ name, isSelf, isChild, consented }) => [name, isSelf, isChild, consented])).toEqual([
      ['陈居民', true, false, true],
      ['陈小树', false, true, true],
    ]);
    const { items: others } = await zhao.call(families.listCompanions);
    expect(others.map(({ name }) => name)).toEqual(['赵楼长']);
  });

  it('refuses a nickname with figures that find somebody', async () => {
    const body = { nickname: '13800001111', agreed: true as const };
    expect(await zhao.refusal(families.foundFamily, { body })).toMatchObject({
      status: 409,
      code: 'family.nickname_unfit',
    });
  });

  it('takes in another adult by a code that works once', async () => {
    const { invitationId } = await chen.call(families.inviteToFamily);
    const params = { invitationId };
    const { code } = await chen.call(families.readInvitation, { params });
    expect(await zhao.refusal(families.readInvitation, { params })).toMatchObject({ status: 404 });

    const typed = ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `;
    await zhao.call(families.joinFamily, { body: { code: typed.trim(), agreed: true } });
    expect((await mine(zhao)).family?.members).toHaveLength(3);
    const body = { code, agreed: true as const };
    expect(await zhao.refusal(families.joinFamily, { body })).toMatchObject({ code: 'family.code_unknown' });
    expect((await chen.call(families.readInvitation, { params })).used).toBe(true);
  });

  it('lets nobody found or join a second one', async () => {
    const body = { nickname: '再来一家', agreed: true as const };
    expect(await zhao.refusal(families.foundFamily, { body })).toMatchObject({
      code: 'family.in_one_already',
    });
  });

  it('lets an adult act for oneself and own children only', async () => {
    const { family } = await mine(chen);
    const child = family?.members.find(({ part }) => part === 'child');
    const other = family?.members.find(({ part, isSelf }) => part === 'adult' && !isSelf);
    for (const member of [child, other])
      expect(
        await (member === child ? zhao : chen).refusal(families.leaveFamily, {
          params: { memberId: member?.memberId ?? '' },
        }),
      ).toMatchObject({ status: 403, code: 'family.not_you' });
  });

  it('is refused with an invitation a week too old', async () => {
    const { invitationId } = await chen.call(families.inviteToFamily);
    const { code } = await chen.call(families.readInvitation, { params: { invitationId } });
    street.clock.advance(8 * 86_400_000);
    const late = await (await street.as('赵楼长')).refusal(families.joinFamily, {
      body: { code, agreed: true },
    });
    expect(late.code).toBe('family.code_unknown');
  });

  it('ends with its last adult, who takes the child along', async () => {
    [chen, zhao] = [await street.as('陈居民'), await street.as('赵楼长')];
    const own = async (caller: Caller) =>
      (await mine(caller)).family?.members.find(({ isSelf }) => isSelf)?.memberId ?? '';
    await zhao.call(families.leaveFamily, { params: { memberId: await own(zhao) } });
    expect((await mine(zhao)).family).toBeNull();
    await chen.call(families.leaveFamily, { params: { memberId: await own(chen) } });
    const { family, children } = await mine(chen);
    expect(family).toBeNull();
    expect(children).toHaveLength(1);
    const { items } = await (await street.as('李书记')).call(families.listFamilies);
    expect(items).toEqual([]);
  });
});

describe('who goes when somebody leaves', () => {
  const adult = { id: 'a', part: 'adult' as const };
  const second = { id: 'b', part: 'adult' as const };
  const child = { id: 'c', part: 'child' as const };
  it.each([
    [[adult, second, child], adult, ['a'], false],
    [[adult, child], adult, ['a', 'c'], true],
    [[adult, second, child], child, ['c'], false],
  ])('of %j leaves %j: %j', (members, who, gone, ends) => {
    const left = leaving(members, who);
    expect(left.gone.map(({ id }) => id)).toEqual(gone);
    expect(left.ends).toBe(ends);
  });
});
