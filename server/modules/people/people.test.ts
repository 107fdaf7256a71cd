import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  correctPerson,
  getPerson,
  listHouseholds,
  listPersons,
  registerPerson,
} from '#contract/people/endpoints.ts';
import { testPeopleOfStreet } from './kit/street.ts';

const people = await testPeopleOfStreet();
const { street } = people;
const grid = await people.as('周网格');
const principal = await people.as('高主任');

describe('who may read and write', () => {
  test('the stranger, the resident and the section without the right are sent away', async () => {
    expect(await street.stranger.refusal(listPersons)).toMatchObject({ status: 401 });
    expect(await (await people.as('陈居民')).refusal(listPersons)).toMatchObject({ status: 403 });
    expect(await (await people.as('系统员')).refusal(listPersons)).toMatchObject({ status: 403 });
  });

  test('the grid next door reads nothing and is told whom to ask', async () => {
    const granny = await people.named('钱奶奶');
    const target = { params: { personId: granny.personId } };
    expect(await grid.refusal(getPerson, target)).toMatchObject({
      status: 403,
      code: 'person.outside_your_area',
    });
    expect(
      await grid.refusal(correctPerson, { ...target, body: { version: granny.version, sex: 'male' } }),
    ).toMatchObject({ code: 'person.outside_your_area' });
    const mine = await grid.call(listPersons, { query: { limit: 200 } });
    expect(mine.items.map((one) => one.personId)).not.toContain(granny.personId);
  });

  test('another street finds nobody, by list or by id', async () => {
    const other = await people.as('文书记');
    const granny = await people.named('钱奶奶');
    expect(await other.refusal(getPerson, { params: { personId: granny.personId } })).toMatchObject({
      status: 404,
    });
    expect(await other.call(listPersons)).toMatchObject({ items: [], total: 0 });
    expect(await other.call(listHouseholds)).toMatchObject({ items: [], total: 0 });
  });

  test('the warden sees the own entrance only', async () => {
    const warden = await people.as('赵楼长');
    const { items } = await warden.call(listPersons, { query: { limit: 200 } });
    expect(new Set(items.map((one) => one.areaId))).toEqual(new Set([people.door('first')]));
    expect(
      await warden.refusal(registerPerson, { body: { name: '新邻居', areaId: people.door('first') } }),
    ).toMatchObject({ status: 403, code: 'permission.missing' });
  });

  test('nobody is entered at a door of another grid', async () => {
    expect(
      await grid.refusal(registerPerson, { body: { name: '新邻居', areaId: people.door('second') } }),
    ).toMatchObject({ status: 403, code: 'person.outside_your_area' });
  });
});

describe('the register', () => {
  test('shows a person masked, with what the viewer may do', async () => {
    const home = await people.household(grid, 'first', '301');
    const person = await people.person(grid, {
      name: '欧阳娜娜',
      phone: '13812345678',
      idNumber: '11010519491231002x',
      householdId: home.householdId,
      relation: 'head',
    });
    expect(person).toMatchObject({
      name: '欧阳**',
      phone: '138****5678',
      idNumber: '110***********002X',
      bornOn: '1949',
      age: 76,
      sex: 'female',
      relation: 'head',
      can: { correct: true, reveal: true, request_minor_access: 'minor_access.not_a_minor' },
    });
    expect(person.address).toMatch(/1号楼\*\*\*$/);
  });

  test('finds by one character, by phone, by its tail and by address', async () => {
    const found = async (query: Parameters<typeof principal.call<typeof listPersons>>[1]) =>
      (await principal.call(listPersons, query)).items.map((one) => one.name);
    expect(await found({ query: { name: '欧' } })).toEqual(['欧阳**']);
    expect(await found({ query: { name: '娜娜' } })).toEqual(['欧阳**']);
    expect(await found({ query: { phone: '13812345678' } })).toEqual(['欧阳**']);
    expect(await found({ query: { phone: '5678' } })).toEqual(['欧阳**']);
    expect(await found({ query: { address: '梧桐里1号院 1号楼1单元301' } })).toEqual(['欧阳**']);
    expect(await found({ query: { name: '阳欧' } })).toEqual([]);
    expect(await found({ query: { name: '100%' } })).toEqual([]);
    expect(await found({ query: { age: 'over_80' } })).toEqual(['钱**']);
    expect(await found({ query: { careTag: 'aged_80' } })).toEqual(['钱**']);
    expect(await found({ query: { careTag: 'lives_alone' } })).toEqual(['钱**']);
    expect(await found({ query: { age: 'under_14' } })).toEqual(['陈**']);
  });

  test('pages without losing or repeating anybody', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await principal.call(listPersons, { query: { limit: 2, ...(cursor ? { cursor } : {}) } });
      expect(page.total).toBe(5);
      seen.push(...page.items.map((one) => one.personId));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen.length).toBe(5);
    expect(new Set(seen).size).toBe(5);
    expect(await principal.refusal(listPersons, { query: { cursor: 'made-up' } })).toMatchObject({
      status: 400,
    });
  });

  test('takes an identity number once', async () => {
    expect(
      await grid.refusal(registerPerson, {
        body: { name: '另一人', idNumber: '11010519491231002X', areaId: people.door('first') },
      }),
    ).toMatchObject({ status: 409, code: 'person.id_number_taken' });
  });

  test('says in a sentence what is wrong with a number', async () => {
    const body = { name: '某人', areaId: people.door('first') };
    expect(await grid.refusal(registerPerson, { body: { ...body, idNumber: '110105194912' } })).toMatchObject(
      { code: 'id_number.length', detail: '身份证号要18位，现在是12位' },
    );
    expect(await grid.refusal(registerPerson, { body: { ...body, phone: '1381234' } })).toMatchObject({
      status: 400,
      code: 'input.invalid',
    });
    expect(await grid.refusal(registerPerson, { body: { name: '某人' } })).toMatchObject({
      code: 'person.place_missing',
    });
  });

  test('tells the second editor what the first one corrected', async () => {
    const zhao = await people.named('赵楼长');
    const params = { personId: zhao.personId };
    await grid.call(correctPerson, { params, body: { version: zhao.version, careTags: ['veteran'] } });
    const refusal = await (await people.as('郑社工')).refusal(correctPerson, {
      params,
      body: { version: zhao.version, phone: '13900000000' },
    });
    expect(refusal).toMatchObject({ status: 409, code: 'version.stale', changedBy: '周网格' });
    expect(refusal.changes).toEqual([{ field: 'careTags', label: '关爱标签', after: ['veteran'] }]);
  });
});

describe('masking', () => {
  test('no clear phone, number or name leaves in any list, whatever the number', async () => {
    const digit = fc.integer({ min: 0, max: 9 }).map(String);
    const phone = fc
      .tuple(fc.constantFrom('3', '5', '7', '8', '9'), fc.array(digit, { minLength: 9, maxLength: 9 }))
      .map(([second, rest]) => `1${second}${rest.join('')}`);
    await fc.assert(
      fc.asyncProperty(phone, fc.constantFrom('诸葛孔明', '李四', '买买提·艾力江'), async (number, name) => {
        const person = await people.person(grid, { name, phone: number, areaId: people.door('first') });
        const answers = await Promise.all([
          principal.call(listPersons, { query: { phone: number } }),
          principal.call(listHouseholds, { query: { limit: 200 } }),
          principal.call(getPerson, { params: { personId: person.personId } }),
        ]);
        const said = JSON.stringify([person, answers]);
        expect(said).not.toContain(number);
        expect(said).not.toContain(name);
        expect(answers[0].items.length).toBeGreaterThan(0);
      }),
      { numRuns: 20, seed: 7 },
    );
  });

  test('the database holds no clear phone and the trail no personal value', async () => {
    await people.person(grid, { name: '司徒一诺', phone: '13700001234', areaId: people.door('first') });
    const rows = await street.owner.query('select row_to_json(p) as row from persons p');
    expect(JSON.stringify(rows.rows)).not.toContain('13700001234');
    const events = await street.owner.query("select data from events where subject_module = 'people'");
    expect(events.rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(events.rows)).not.toMatch(/司徒|13700001234|陈居民/);
  });
});
