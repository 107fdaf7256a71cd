import { beforeAll, describe, expect, test } from 'vitest';
import * as endpoints from '#contract/organisations/endpoints.ts';
import { inTransaction } from '#kernel/database/transaction.ts';
import { findAreaByCode } from '#modules/territory/index.ts';
import { testPeople } from '../../../tests/kit/people.ts';
import { type TestStreet, testStreet } from '../../../tests/kit/street.ts';
import { findOrganisation, organisationNames, plantOrganisations, propertyServing } from './index.ts';

const firstCommunity = '990101001001';
const firstGrid = '990101001001001';
const secondGrid = '990101001002001';

let street: TestStreet;
const areaIds = new Map<string, string>();
const paths = new Map<string, string>();

beforeAll(async () => {
  street = await testStreet();
  await asSystem(async (context) => {
    for (const code of ['990101001', firstCommunity, '990101001002', firstGrid, secondGrid]) {
      const area = await findAreaByCode(context, code);
      areaIds.set(code, area?.areaId ?? '');
      paths.set(code, area?.path ?? '');
    }
  });
});

async function asSystem<T>(work: (context: ReturnType<TestStreet['kernel']['systemContext']>) => Promise<T>) {
  const [tenant] = (await street.kernel.streets.all()).filter(
    (one) => one.streetId === testPeople[0]?.streetId,
  );
  if (!tenant) throw new Error('no test street');
  return await inTransaction(street.kernel.db, (db) => work(street.kernel.systemContext(tenant, db)));
}

const area = (code: string): string => areaIds.get(code) ?? '';
const shop = (name: string, code = firstGrid) => ({
  kind: 'merchant' as const,
  name,
  areaId: area(code),
});

const register = async (name: string, more: object = {}) =>
  await (await street.as('郑社工')).call(endpoints.registerOrganisation, {
    body: { ...shop(name), ...more },
  });

describe('register', () => {
  test('a stranger is refused', async () => {
    const refusal = await street.stranger.refusal(endpoints.registerOrganisation, { body: shop('无名小店') });
    expect(refusal).toMatchObject({ status: 401, code: 'session.missing' });
  });

  test.each(['周网格', '系统员', '安全员', '审计员', '陈居民'])('%s has no right to it', async (name) => {
    const refusal = await (await street.as(name)).refusal(endpoints.registerOrganisation, {
      body: shop('小店'),
    });
    expect(refusal).toMatchObject({ status: 403, code: 'permission.missing' });
  });

  test('a secretary of the next community is refused', async () => {
    const refusal = await (await street.as('马书记')).refusal(endpoints.registerOrganisation, {
      body: shop('小店'),
    });
    expect(refusal).toMatchObject({ status: 403, code: 'organisation.area_outside' });
  });

  test('an area of another street is unknown', async () => {
    const refusal = await (await street.as('文科长')).refusal(endpoints.registerOrganisation, {
      body: shop('小店'),
    });
    expect(refusal).toMatchObject({ status: 404, code: 'input.id_unknown' });
  });

  test('a wrong credit code is explained at its field', async () => {
    const body = { ...shop('小店'), creditCode: '91110000100006602E' };
    const refusal = await (await street.as('郑社工')).refusal(endpoints.registerOrganisation, { body });
    expect(refusal).toMatchObject({ status: 400, code: 'input.invalid' });
    expect(JSON.stringify(refusal.fields)).toContain('最后一位对不上');
  });

  test('a clerk registers a shop of the own community, and it is announced without its name', async () => {
    const record = await register('梧桐早点', {
      creditCode: ' 9111 0000 1000 0660 2d ',
      partyMemberCount: 2,
    });
    expect(record).toMatchObject({
      name: '梧桐早点',
      creditCode: '91110000100006602D',
      area: { path: paths.get(firstGrid) },
      can: {
        edit: true,
        close: true,
        reopen: 'organisation.not_closed',
        commit: 'organisation.not_council_member',
      },
    });
    const events = await street.owner.query(
      "select name, data, area_path from events where subject_id = $1 and name = 'organisation.registered'",
      [record.organisationId],
    );
    expect(events.rows).toEqual([
      { name: 'organisation.registered', data: { kind: 'merchant' }, area_path: paths.get(firstGrid) },
    ]);
  });

  test('a credit code stands in the register once, and the second is told where', async () => {
    const first = await register('灯具一店', { creditCode: '914403001922038216' });
    const refusal = await (await street.as('何经办')).refusal(endpoints.registerOrganisation, {
      body: { ...shop('灯具二店', secondGrid), creditCode: '914403001922038216' },
    });
    expect(refusal).toMatchObject({
      status: 409,
      code: 'organisation.credit_code_taken',
      organisationId: first.organisationId,
    });
    expect(refusal.detail).toContain('灯具一店');
  });
});

describe('read', () => {
  test('the next community does not see a shop, in the list nor by its address', async () => {
    const record = await register('看不见小店');
    const ma = await street.as('马书记');
    const list = await ma.call(endpoints.listOrganisations, { query: { search: '看不见' } });
    expect(list.items).toEqual([]);
    expect(
      await ma.refusal(endpoints.getOrganisation, { params: { organisationId: record.organisationId } }),
    ).toMatchObject({ status: 403, code: 'organisation.outside_your_area' });
  });

  test('another street does not know it', async () => {
    const record = await register('另街小店');
    const other = await street.as('文科长');
    expect(
      await other.refusal(endpoints.getOrganisation, { params: { organisationId: record.organisationId } }),
    ).toMatchObject({ status: 404 });
    expect((await other.call(endpoints.listOrganisations)).items).toMatchObject([{ name: '文景便民店' }]);
  });

  test('a section of the street is seen from every community', async () => {
    await (await street.as('何经办')).call(endpoints.registerOrganisation, {
      body: { kind: 'section', name: '城市管理办公室', areaId: area('990101001') },
    });
    for (const name of ['马书记', '周网格', '何经办']) {
      const list = await (await street.as(name)).call(endpoints.listOrganisations, {
        query: { kind: 'section' },
      });
      expect(list.items.map((item) => item.name)).toEqual(['城市管理办公室']);
    }
  });

  test.each(['晨', '晨光', '光便利', '晨光便利（一店）', '  晨光 便利'])(
    'search %j finds the shop',
    async (search) => {
      const zheng = await street.as('郑社工');
      const known = await zheng.call(endpoints.listOrganisations, { query: { search: '晨光便利(一店)' } });
      if (known.items.length === 0) await register('晨光便利(一店)');
      const list = await zheng.call(endpoints.listOrganisations, { query: { search } });
      expect(list.items.map((item) => item.name)).toContain('晨光便利(一店)');
    },
  );

  test('a search for a per cent sign is not a search for everything', async () => {
    const list = await (await street.as('郑社工')).call(endpoints.listOrganisations, {
      query: { search: '%' },
    });
    expect(list.items).toEqual([]);
  });

  test('pages follow each other without gap or repeat', async () => {
    for (const number of [1, 2, 3, 4, 5]) await register(`翻页店${number}`);
    const zheng = await street.as('郑社工');
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await zheng.call(endpoints.listOrganisations, {
        query: { search: '翻页店', limit: 2, ...(cursor ? { cursor } : {}) },
      });
      expect(page.total).toBe(5);
      names.push(...page.items.map((item) => item.name));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(names).toEqual(['翻页店1', '翻页店2', '翻页店3', '翻页店4', '翻页店5']);
  });

  test('a cursor of another list is refused', async () => {
    const refusal = await (await street.as('郑社工')).refusal(endpoints.listOrganisations, {
      query: { cursor: 'WzFd' },
    });
    expect(refusal).toMatchObject({ status: 400, code: 'input.cursor' });
  });

  test('firms with members and without organisation are found, and counted', async () => {
    await register('有党员小厂', { partyMemberCount: 3 });
    await register('已建组织小厂', { partyMemberCount: 3, partyOrganisation: '小厂党支部' });
    const zheng = await street.as('郑社工');
    const gap = await zheng.call(endpoints.listOrganisations, { query: { partyGap: true, search: '小厂' } });
    expect(gap.items.map((item) => item.name)).toEqual(['有党员小厂']);
    const { party } = await zheng.call(endpoints.readOrganisationFigures);
    expect(party.withMembers).toBeGreaterThanOrEqual(2);
    expect(party.covered).toBe(1);
  });
});

describe('correct', () => {
  test('the second editor is told what changed and by whom', async () => {
    const record = await register('两人改的店');
    const facts = { ...shop('两人改的店'), version: record.version };
    const params = { organisationId: record.organisationId };
    await (await street.as('李书记')).call(endpoints.correctOrganisation, {
      params,
      body: { ...facts, industry: '餐饮' },
    });

    const refusal = await (await street.as('郑社工')).refusal(endpoints.correctOrganisation, {
      params,
      body: { ...facts, industry: '零售', name: '两人改的店（新）' },
    });
    expect(refusal).toMatchObject({ status: 409, code: 'version.stale', changedBy: '李书记' });
    expect(refusal.changes).toContainEqual({
      field: 'industry',
      label: '行业',
      before: '零售',
      after: '餐饮',
    });
    expect(refusal.current).toMatchObject({ industry: '餐饮', version: 2 });
  });

  test('a shop is not carried into the next community', async () => {
    const record = await register('搬走的店');
    const refusal = await (await street.as('郑社工')).refusal(endpoints.correctOrganisation, {
      params: { organisationId: record.organisationId },
      body: { ...shop('搬走的店', secondGrid), version: 1 },
    });
    expect(refusal).toMatchObject({ status: 403, code: 'organisation.area_outside' });
  });

  test('an organisation does not stand above itself', async () => {
    const parent = await register('总店');
    const child = await register('分店', { parentId: parent.organisationId });
    const refusal = await (await street.as('郑社工')).refusal(endpoints.correctOrganisation, {
      params: { organisationId: parent.organisationId },
      body: { ...shop('总店'), parentId: child.organisationId, version: 1 },
    });
    expect(refusal).toMatchObject({ status: 409, code: 'organisation.parent_loop' });
  });

  test('a closed shop is not edited until it is reopened', async () => {
    const zheng = await street.as('郑社工');
    const record = await register('歇业店');
    const params = { organisationId: record.organisationId };
    const closed = await zheng.call(endpoints.closeOrganisation, {
      params,
      body: { reason: '歇业', version: 1 },
    });
    expect(closed).toMatchObject({ status: 'closed', can: { edit: 'organisation.closed', reopen: true } });
    expect(
      await zheng.refusal(endpoints.correctOrganisation, { params, body: { ...shop('歇业店'), version: 2 } }),
    ).toMatchObject({ status: 409, code: 'organisation.closed' });
    expect(await zheng.call(endpoints.reopenOrganisation, { params, body: { version: 2 } })).toMatchObject({
      status: 'active',
    });
  });
});

describe('contacts', () => {
  const phone = '13800138000';

  async function shopWithContact(name: string) {
    const record = await register(name);
    const params = { organisationId: record.organisationId };
    const zheng = await street.as('郑社工');
    const contact = await zheng.call(endpoints.addContact, {
      params,
      body: { name: '欧阳小明', duty: '店长', phone },
    });
    return { params: { ...params, contactId: contact.contactId }, contact };
  }

  test('name and phone are masked everywhere but in a reveal', async () => {
    const { params, contact } = await shopWithContact('遮罩店');
    expect(contact).toMatchObject({ name: '欧阳**', phone: '138****8000' });
    const zheng = await street.as('郑社工');
    const list = await zheng.call(endpoints.listOrganisations, { query: { search: '遮罩店' } });
    const record = await zheng.call(endpoints.getOrganisation, { params });
    const stored = await street.owner.query('select phone_cipher, phone_index from organisation_contacts');
    for (const text of [JSON.stringify(list), JSON.stringify(record), JSON.stringify(stored.rows)])
      expect(text).not.toContain(phone);
    expect(list.items[0]?.contact).toEqual({ name: '欧阳**', phone: '138****8000' });
  });

  test.each([
    ['马书记', 'organisation.outside_your_area'],
    ['沈派单', 'organisation.reveal_not_allowed'],
  ])('%s may not see the phone: %s', async (name, code) => {
    const { params } = await shopWithContact(`不给${name}看的店`);
    const refusal = await (await street.as(name)).refusal(endpoints.revealContact, {
      params,
      body: { purpose: '上门走访' },
    });
    expect(refusal).toMatchObject({ status: 403, code });
  });

  test('a reveal needs a purpose, shows the phone and stays in the trail', async () => {
    const { params } = await shopWithContact('可查店');
    const zhou = await street.as('周网格');
    expect(await zhou.refusal(endpoints.revealContact, { params, body: { purpose: ' ' } })).toMatchObject({
      status: 400,
    });
    expect(await zhou.call(endpoints.revealContact, { params, body: { purpose: '上门走访' } })).toEqual({
      name: '欧阳小明',
      phone,
    });
    const events = await street.owner.query(
      "select actor_name, data from events where name = 'organisation.contact_revealed' and subject_id = $1",
      [params.organisationId],
    );
    expect(events.rows).toEqual([
      { actor_name: '周网格', data: { contactId: params.contactId, purpose: '上门走访' } },
    ]);
  });

  test('a removed contact leaves nothing behind', async () => {
    const { params } = await shopWithContact('离职店');
    await (await street.as('郑社工')).call(endpoints.removeContact, { params });
    const rows = await street.owner.query('select 1 from organisation_contacts where id = $1', [
      params.contactId,
    ]);
    expect(rows.rowCount).toBe(0);
  });
});

describe('premises', () => {
  test('a room is recorded vacant, found used, and the check carries day and name', async () => {
    const zheng = await street.as('郑社工');
    const room = await zheng.call(endpoints.recordPremises, {
      body: { areaId: area(firstGrid), floor: 2, room: '201', use: 'shop' },
    });
    expect(room).toMatchObject({ organisation: null, checkedOn: '2026-11-21', checkedBy: '郑社工' });

    const tenant = await register('二楼新店');
    const checked = await zheng.call(endpoints.checkPremises, {
      params: { premisesId: room.premisesId },
      body: { use: 'shop', organisationId: tenant.organisationId, version: 1 },
    });
    expect(checked.organisation?.name).toBe('二楼新店');
    const vacant = await zheng.call(endpoints.listPremises, { query: { vacant: true } });
    expect(vacant.items.map((item) => item.premisesId)).not.toContain(room.premisesId);
  });

  test('the next community neither sees nor checks it', async () => {
    const room = await (await street.as('郑社工')).call(endpoints.recordPremises, {
      body: { areaId: area(firstGrid), room: '305', use: 'office' },
    });
    const ma = await street.as('马书记');
    const list = await ma.call(endpoints.listPremises);
    expect(list.items.map((item) => item.premisesId)).not.toContain(room.premisesId);
    expect(
      await ma.refusal(endpoints.checkPremises, {
        params: { premisesId: room.premisesId },
        body: { use: 'office', version: 1 },
      }),
    ).toMatchObject({ status: 403, code: 'organisation.outside_your_area' });
  });

  test('rooms come floor by floor, page by page', async () => {
    const he = await street.as('何经办');
    for (const [floor, room] of [
      [10, '1001'],
      [-1, 'B1-3'],
      [2, '203'],
      [null, '门口'],
    ] as const)
      await he.call(endpoints.recordPremises, {
        body: { areaId: area(secondGrid), floor, room, use: 'shop' },
      });
    const rooms: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await he.call(endpoints.listPremises, {
        query: { areaId: area(secondGrid), limit: 1, ...(cursor ? { cursor } : {}) },
      });
      rooms.push(...page.items.map((item) => item.room));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(rooms).toEqual(['门口', 'B1-3', '203', '1001']);
  });
});

describe('commitments', () => {
  test('only a council member carries the three lists', async () => {
    const plain = await register('普通单位');
    const body = { kind: 'resource' as const, text: '周末开放停车位二十个' };
    const zheng = await street.as('郑社工');
    expect(
      await zheng.refusal(endpoints.recordCommitment, {
        params: { organisationId: plain.organisationId },
        body,
      }),
    ).toMatchObject({ status: 409, code: 'organisation.not_council_member' });

    const member = await register('成员单位', { councilMember: true });
    const params = { organisationId: member.organisationId };
    const recorded = await zheng.call(endpoints.recordCommitment, { params, body });
    const changed = await zheng.call(endpoints.changeCommitment, {
      params: { ...params, commitmentId: recorded.commitmentId },
      body: { text: body.text, dueOn: '2026-12-31', status: 'done', version: 1 },
    });
    expect(changed).toMatchObject({ status: 'done', dueOn: '2026-12-31', version: 2 });
    const record = await zheng.call(endpoints.getOrganisation, { params });
    expect(record.commitments).toEqual([changed]);
  });
});

describe('for the floors above', () => {
  test('the property company of a door is the one that serves the smallest area around it', async () => {
    const he = await street.as('何经办');
    const names = ['全街物业', '网格物业'];
    for (const [index, code] of ['990101001', firstGrid].entries()) {
      const company = await he.call(endpoints.registerOrganisation, {
        body: { kind: 'property_company', name: names[index] ?? '', areaId: area('990101001') },
      });
      await he.call(endpoints.setAreasServed, {
        params: { organisationId: company.organisationId },
        body: { areaIds: [area(code)], version: 1 },
      });
    }
    const serving = await asSystem(async (context) => [
      await propertyServing(context, `${paths.get(firstGrid)}990101001001001E01/`),
      await propertyServing(context, paths.get(secondGrid) ?? ''),
    ]);
    expect(serving.map((company) => company?.name)).toEqual(['网格物业', '全街物业']);
  });

  test('five thousand enterprises are planted in a few statements and listed at once', async () => {
    const planted = Array.from({ length: 5000 }, (_, index) => ({
      organisationId: crypto.randomUUID(),
      kind: 'enterprise' as const,
      name: `种子企业${String(index).padStart(4, '0')}`,
      shortName: null,
      creditCode: null,
      industry: null,
      address: null,
      areaId: area(firstGrid),
      areaPath: paths.get(firstGrid) ?? '',
      parentId: null,
      councilMember: false,
      partyMemberCount: null,
      partyOrganisation: null,
    }));
    await asSystem((context) => plantOrganisations(context, planted));
    const list = await (await street.as('郑社工')).call(endpoints.listOrganisations, {
      query: { search: '企业0042' },
    });
    expect(list.items.map((item) => item.name)).toEqual(['种子企业0042']);

    const id = planted[42]?.organisationId ?? '';
    const [fact, names] = await asSystem(async (context) => [
      await findOrganisation(context, id),
      await organisationNames(context, [id, crypto.randomUUID()]),
    ]);
    expect(fact).toMatchObject({ name: '种子企业0042', active: true });
    expect([...names.values()]).toEqual(['种子企业0042']);
  });
});
