// The first community of the test street, and short ways to plant a row there.
import { listPosts } from '#contract/identity/endpoints.ts';
import { registerOrganisation } from '#contract/organisations/endpoints.ts';
import { listPersons, registerHousehold, registerPerson } from '#contract/people/endpoints.ts';
import { createArea, listAreas } from '#contract/territory/endpoints.ts';
import type { Area } from '#contract/territory/records.ts';
import { type Caller, type TestStreet, testStreet } from '../../kit/street.ts';

/** Codes of the test street. Everything an example names lies below `community`. */
export const code = {
  street: '990101001',
  community: '990101001001',
  grid: '990101001001001',
  otherGrid: '990101001001002',
  estate: '990101001001001E01',
  entrance: '990101001001001E01B01U1',
} as const;

export interface World extends Awaited<ReturnType<typeof makeWorld>> {}

export async function makeWorld() {
  const street = await testStreet();
  const callers = new Map<string, Promise<Caller>>();
  const as = (name: string): Promise<Caller> => {
    const known = callers.get(name) ?? street.as(name);
    callers.set(name, known);
    return known;
  };
  const { items } = await (await as('高主任')).call(listAreas, { query: { limit: 200 } });
  const areas = new Map(items.map((area) => [area.code, area]));
  let counter = 0;
  const next = () => String(++counter).padStart(3, '0');

  const area = (key: keyof typeof code): Area => {
    const found = areas.get(code[key]);
    if (!found) throw new Error(`The test street has no ${key}.`);
    return found;
  };
  const id = (key: keyof typeof code) => area(key).areaId;
  const secretary = () => as('李书记');

  return {
    street,
    as,
    area,
    id,
    /** A new place below one of the first community, so that an example may change it. */
    newArea: async (parent: keyof typeof code, level: 'building' | 'entrance' | 'estate') =>
      (await secretary()).call(createArea, { body: { parentId: id(parent), level, name: `${next()}号` } }),
    newPerson: async (more: Record<string, unknown> = {}) =>
      (await as('周网格')).call(registerPerson, {
        body: {
          name: `新邻居${next()}`,
          phone: `13900000${next()}`,
          areaId: id('entrance'),
          ...more,
        } as never,
      }),
    newHousehold: async () =>
      (await as('周网格')).call(registerHousehold, {
        body: { areaId: id('entrance'), room: `9${next()}`, houseUse: 'owned' },
      }),
    newOrganisation: async () =>
      (await secretary()).call(registerOrganisation, {
        body: { kind: 'merchant', name: `小店${next()}`, areaId: id('entrance'), councilMember: true },
      }),
    /** The person of the register behind one of the named people. */
    personOf: async (name: string) => {
      const found = await (await as('李书记')).call(listPersons, { query: { name } });
      return found.items[0]?.personId ?? '';
    },
    postOf: async (name: string) => {
      const found = await (await as('安全员')).call(listPosts, { query: { search: name } });
      const [post] = found.items;
      if (!post) throw new Error(`${name} holds no post.`);
      return post;
    },
    /** Events at the first community so far: what a call from elsewhere must not add to. */
    traces: async (): Promise<number> => {
      const { rows } = await street.owner.query(
        'select count(*)::int as count from events where street_id = $1 and area_path like $2',
        [Number(code.street), `${area('community').path}%`],
      );
      return rows[0].count;
    },
  } satisfies Record<string, unknown> & { street: TestStreet };
}
