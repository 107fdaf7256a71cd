import { beforeAll, describe, expect, it } from 'vitest';
import { chooseCommunity, readHome } from '#contract/home/endpoints.ts';
import { addContact, registerOrganisation, setAreasServed } from '#contract/organisations/endpoints.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { inTransaction } from '#kernel/database/transaction.ts';
import { plantPosts } from '#modules/identity/index.ts';
import { plantPeople } from '#modules/people/index.ts';
import { streetId } from '../../../tests/kit/people.ts';
import { type Caller, type TestStreet, testStreet } from '../../../tests/kit/street.ts';

const entrance = '990101001001001E01B01U1';
const beside = '990101001001001E01B01U2';
const clear = '19900001002';

let street: TestStreet;
let office: Caller;

async function areaId(code: string): Promise<string> {
  const { items } = await office.call(listAreas, { query: { search: code } });
  return items.find((area) => area.code === code)?.areaId ?? '';
}

/** Somebody of the register who has an account. */
async function resident(name: string, phone: string, areaCode: string, room: string | null): Promise<Caller> {
  await inTransaction(street.kernel.db, async (db) => {
    const home = await street.kernel.streets.byId(streetId);
    if (!home) throw new Error('no street');
    const context = street.kernel.systemContext(home, db);
    await plantPeople(context, {
      households: room ? [{ key: 'h', areaCode, room, houseUse: 'owned', tags: [] }] : [],
      persons: [
        {
          key: 'p',
          name,
          sex: null,
          bornOn: '1980-01-01',
          phone,
          householdKey: room ? 'h' : null,
          relation: room ? 'head' : null,
          areaCode: room ? null : areaCode,
          careTags: [],
        },
      ],
      guardianships: [],
    });
    await plantPosts(context, [{ name, phone, role: 'resident', areaId: await areaId(entrance) }]);
  });
  return await street.byPhone(phone);
}

beforeAll(async () => {
  street = await testStreet();
  office = await street.as('沈派单');
});

describe('who may not', () => {
  it('strangers have no home here', async () => {
    expect(await street.stranger.refusal(readHome)).toMatchObject({ status: 401 });
    const body = { areaId: await areaId('990101001001') };
    expect(await street.stranger.refusal(chooseCommunity, { body })).toMatchObject({ status: 401 });
  });

  it('nobody chooses a place of another street, or one that is no community', async () => {
    const person = await street.as('安物业');
    const grid = await areaId('990101001001001');
    expect(await person.refusal(chooseCommunity, { body: { areaId: grid } })).toMatchObject({
      status: 409,
      code: 'home.not_a_community',
    });
    const foreigner = await street.as('文书记');
    expect(await foreigner.refusal(chooseCommunity, { body: { areaId: grid } })).toMatchObject({
      status: 404,
      code: 'input.id_unknown',
    });
    expect(await person.refusal(chooseCommunity, { body: { areaId: 'north' } })).toMatchObject({
      status: 400,
      code: 'input.invalid',
    });
  });

  it('who is in the register does not choose', async () => {
    const known = await resident('邓一楠', '19900004001', entrance, '301');
    const body = { areaId: await areaId('990101001002') };
    const refusal = await known.refusal(chooseCommunity, { body });
    expect(refusal).toMatchObject({ status: 409, code: 'home.known' });
    expect(refusal.detail).toContain('北廊社区');
  });
});

describe('a household behind the door', () => {
  it('reads community, door and warden, whose phone is in the clear', async () => {
    const neighbour = await resident('冯一诺', '19900004002', entrance, '302');
    const home = await neighbour.call(readHome);
    expect(home).toMatchObject({
      name: '冯一诺',
      source: 'register',
      community: { name: '北廊社区' },
      door: '梧桐里1号院1号楼1单元',
      wardens: [{ name: '赵楼长', place: '1单元', phone: clear }],
      gridWorkers: [{ name: '周网格' }],
      can: { choose_community: 'home.known' },
    });
  });

  it('without a household file the phone stays', async () => {
    const lodger = await resident('贺一凡', '19900004003', entrance, null);
    const { wardens } = await lodger.call(readHome);
    expect(wardens).toEqual([{ name: '赵楼长', place: '1单元', phone: null }]);
  });

  it('the next entrance has another warden, or none', async () => {
    const other = await resident('蒋一鸣', '19900004004', beside, '101');
    const home = await other.call(readHome);
    expect(home.wardens).toEqual([]);
    expect(JSON.stringify(home)).not.toContain(clear);
  });

  it('meets the property company and the office by their duty desks only', async () => {
    const chief = await street.as('唐科长');
    const found = async (kind: 'property_company' | 'community_office', name: string, code: string) => {
      const body = { kind, name, areaId: await areaId(code) };
      const { organisationId, version } = await chief.call(registerOrganisation, { body });
      return { params: { organisationId }, version };
    };
    const company = await found('property_company', '顺心物业服务有限公司', '990101001001');
    const areaIds = [await areaId('990101001001001E01')];
    await chief.call(setAreasServed, {
      params: company.params,
      body: { areaIds, version: company.version },
    });
    const private_ = { name: '何师傅', duty: '维修', phone: '13900007777' };
    await chief.call(addContact, { params: company.params, body: private_ });
    const neighbour = await street.byPhone('19900004002');
    expect((await neighbour.call(readHome)).property).toEqual({ name: '顺心物业服务有限公司', phone: null });

    const desk = { name: '值班室', duty: '24小时值班', phone: '01000000123' };
    await chief.call(addContact, { params: company.params, body: desk });
    const communityOffice = await found('community_office', '北廊社区居委会', '990101001001');
    await chief.call(addContact, { params: communityOffice.params, body: { ...desk, phone: '01000000124' } });
    expect(await neighbour.call(readHome)).toMatchObject({
      property: { phone: '01000000123' },
      communityOffice: { name: '北廊社区居委会', phone: '01000000124' },
    });
  });
});

describe('somebody whom the register does not know', () => {
  it('has no place, chooses one, and may choose again', async () => {
    const person = await street.as('安物业');
    expect(await person.call(readHome)).toMatchObject({
      source: null,
      community: null,
      wardens: [],
      can: { choose_community: true },
    });
    for (const [code, name] of [
      ['990101001001', '北廊社区'],
      ['990101001002', '南廊社区'],
    ] as const) {
      const home = await person.call(chooseCommunity, { body: { areaId: await areaId(code) } });
      expect(home).toMatchObject({ source: 'choice', community: { name }, wardens: [], property: null });
    }
    const events = await street.kernel.db
      .selectFrom('events')
      .select('name')
      .where('street_id', '=', streetId)
      .where('name', '=', 'home.community_chosen')
      .execute();
    expect(events).toHaveLength(2);
  });
});
