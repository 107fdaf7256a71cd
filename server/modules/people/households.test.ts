import { describe, expect, test } from 'vitest';
import {
  changeHousehold,
  getHousehold,
  getPerson,
  listHouseholds,
  listTrustedContacts,
  moveHousehold,
  registerHousehold,
} from '#contract/people/endpoints.ts';
import { testPeopleOfStreet } from './kit/street.ts';

const people = await testPeopleOfStreet();
const grid = await people.as('周网格');
const clerk = await people.as('郑社工');

describe('refusals', () => {
  test('a door outside the own areas, a door twice, an unknown door', async () => {
    const body = { areaId: people.door('second'), room: '1', houseUse: 'owned' } as const;
    expect(await grid.refusal(registerHousehold, { body })).toMatchObject({
      status: 403,
      code: 'household.area_outside',
    });
    expect(
      await grid.refusal(registerHousehold, {
        body: { ...body, areaId: people.door('first'), room: '１０１' },
      }),
    ).toMatchObject({ status: 409, code: 'household.room_taken', detail: expect.stringContaining('101') });
    const nowhere = '00000000-0000-7000-8000-000000000000';
    expect(await grid.refusal(registerHousehold, { body: { ...body, areaId: nowhere } })).toMatchObject({
      status: 404,
    });
  });

  test('the other grid, the other street, and the post without the right', async () => {
    const home = await people.household(grid, 'first', '401');
    const params = { householdId: home.householdId };
    const body = { version: 1, note: '' };
    expect(await (await people.as('吴网格')).refusal(getHousehold, { params })).toMatchObject({
      code: 'household.outside_your_area',
    });
    expect(await (await people.as('文书记')).refusal(getHousehold, { params })).toMatchObject({
      status: 404,
    });
    expect(await (await people.as('赵楼长')).refusal(changeHousehold, { params, body })).toMatchObject({
      status: 403,
    });
    expect(await (await people.as('马书记')).refusal(changeHousehold, { params, body })).toMatchObject({
      code: 'household.outside_your_area',
    });
  });

  test('a home with people in it is not vacant, and its head is one of them', async () => {
    const home = await people.household(grid, 'first', '402');
    const { householdId } = home;
    await people.person(grid, { name: '孙一', householdId, relation: 'head' });
    const change = (body: object) =>
      grid.refusal(changeHousehold, { params: { householdId }, body: { version: 1, ...body } });
    expect(await change({ houseUse: 'vacant' })).toMatchObject({
      code: 'household.occupied_vacant',
      detail: expect.stringContaining('1 人'),
    });
    const stranger = await people.named('钱奶奶');
    expect(await change({ headId: stranger.personId })).toMatchObject({ code: 'household.head_not_member' });
    const second = await people.person(grid, { name: '孙二', householdId, relation: 'child' });
    const headed = await grid.call(changeHousehold, {
      params: { householdId },
      body: { version: 1, headId: second.personId },
    });
    expect(headed).toMatchObject({ headId: second.personId, headName: '孙*', version: 2 });
    expect(headed.members.filter((member) => member.relation === 'head').length).toBe(1);
  });
});

describe('two people edit one household', () => {
  test('the second is told who changed what, and how it stands now', async () => {
    const home = await people.household(grid, 'first', '501');
    const params = { householdId: home.householdId };
    await clerk.call(changeHousehold, { params, body: { version: 1, houseUse: 'rented', note: '租客夜班' } });
    await clerk.call(changeHousehold, { params, body: { version: 2, houseUse: 'other' } });
    const refusal = await grid.refusal(changeHousehold, { params, body: { version: 1, note: '有狗' } });
    expect(refusal).toMatchObject({ status: 409, code: 'version.stale', changedBy: '郑社工' });
    expect(refusal.current).toMatchObject({ version: 3, houseUse: 'other', note: '租客夜班' });
    expect(refusal.changes).toEqual([
      { field: 'houseUse', label: '房屋使用', before: 'owned', after: 'other' },
      { field: 'note', label: '备注', after: '租客夜班' },
    ]);
    const merged = await grid.call(changeHousehold, { params, body: { version: 3, note: '租客夜班；有狗' } });
    expect(merged).toMatchObject({ version: 4, houseUse: 'other', note: '租客夜班；有狗' });
  });

  test('of two writes at the same moment one wins and the other is told', async () => {
    const home = await people.household(grid, 'first', '502');
    const params = { householdId: home.householdId };
    const write = async (note: string) => {
      try {
        await grid.call(changeHousehold, { params, body: { version: 1, note } });
        return 'saved';
      } catch (error) {
        return String(error).includes('version.stale') ? 'told' : String(error);
      }
    };
    expect((await Promise.all([write('甲'), write('乙')])).toSorted()).toEqual(['saved', 'told']);
  });

  test('a change that changes nothing writes nothing', async () => {
    const home = await people.household(grid, 'first', '503');
    const params = { householdId: home.householdId };
    expect(
      await grid.call(changeHousehold, { params, body: { version: 1, houseUse: 'owned' } }),
    ).toMatchObject({ version: 1 });
  });
});

describe('moving', () => {
  test('a household takes its people and its address to the new door', async () => {
    const home = await people.household(clerk, 'first', '601');
    const person = await people.person(clerk, { name: '周迁', householdId: home.householdId });
    const params = { householdId: home.householdId };
    const to = { areaId: people.door('second'), room: '602' };
    expect(
      await grid.refusal(moveHousehold, { params, body: { version: 1, to, reason: '换房' } }),
    ).toMatchObject({ code: 'household.area_outside' });
    const moved = await clerk.call(moveHousehold, { params, body: { version: 1, to, reason: '换房' } });
    expect(moved).toMatchObject({ areaId: to.areaId, room: '602', version: 2 });
    expect(moved.address).toMatch(/602$/);
    expect(await clerk.call(getPerson, { params: { personId: person.personId } })).toMatchObject({
      areaId: to.areaId,
    });
    expect(
      await clerk.refusal(moveHousehold, { params, body: { version: 2, to, reason: '换房' } }),
    ).toMatchObject({ code: 'household.same_door' });
  });

  test('a household that left frees its door; its people are kept as departed', async () => {
    const home = await people.household(grid, 'first', '603');
    const person = await people.person(grid, { name: '郑走', householdId: home.householdId });
    const params = { householdId: home.householdId };
    const left = await grid.call(moveHousehold, { params, body: { version: 1, to: null, reason: '回老家' } });
    expect(left.leftAt).not.toBeNull();
    expect(await grid.call(getPerson, { params: { personId: person.personId } })).toMatchObject({
      status: 'departed',
      can: { correct: 'person.departed' },
    });
    expect(await people.household(grid, 'first', '603')).toMatchObject({ room: '603' });
    expect(await grid.refusal(changeHousehold, { params, body: { version: 2, note: 'x' } })).toMatchObject({
      code: 'household.left',
    });
  });
});

describe('trusted neighbours and party member hubs', () => {
  test('are seen by the own grid and community, and by nobody else', async () => {
    const home = await people.household(grid, 'first', '701');
    const params = { householdId: home.householdId };
    await people.person(grid, {
      name: '吴邻里',
      phone: '13911112222',
      householdId: home.householdId,
      relation: 'head',
    });
    await grid.call(changeHousehold, { params, body: { version: 1, tags: ['trusted_neighbour'] } });

    for (const name of ['周网格', '赵楼长', '郑社工', '李书记']) {
      const viewer = await people.as(name);
      const { items } = await viewer.call(listTrustedContacts);
      expect(items).toMatchObject([{ name: '吴**', phone: '139****2222', tags: ['trusted_neighbour'] }]);
    }
    for (const name of ['高主任', '沈派单', '吴网格', '马书记']) {
      const viewer = await people.as(name);
      expect((await viewer.call(listTrustedContacts)).items).toEqual([]);
      const byTag = await viewer.call(listHouseholds, { query: { tag: 'trusted_neighbour' } });
      expect(byTag.items).toEqual([]);
    }
    const principal = await people.as('高主任');
    expect((await principal.call(getHousehold, { params })).tags).toBeNull();
  });
});

describe('the list of households', () => {
  test('stands in the order of the doors and filters by who lives there', async () => {
    const { items } = await grid.call(listHouseholds, {
      query: { areaId: people.door('first'), limit: 200 },
    });
    const rooms = items.map((home) => Number(home.room));
    expect(rooms).toEqual(rooms.toSorted((a, b) => a - b));
    const withMinors = await grid.call(listHouseholds, { query: { withMinors: 'true' } });
    expect(withMinors.items).toMatchObject([{ room: '101', minors: 1, memberCount: 2, headName: '陈**' }]);
    const old = await (await people.as('吴网格')).call(listHouseholds, { query: { over80: 'true' } });
    expect(old.items).toMatchObject([{ room: '201', careTags: ['aged_80', 'lives_alone'] }]);
    const searched = await grid.call(listHouseholds, { query: { address: '1单元102' } });
    expect(searched.items.map((home) => home.room)).toEqual(['102']);
  });
});
