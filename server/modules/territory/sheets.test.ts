import { beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '#kernel/context.ts';
import { inTransaction } from '#kernel/database/transaction.ts';
import { authenticator } from '#modules/identity/index.ts';
import { streetId } from '../../../tests/kit/people.ts';
import { type TestStreet, testStreet } from '../../../tests/kit/street.ts';
import { areasOut } from './exports.ts';
import { type EntranceLine, entrancesIn } from './imports.ts';

let street: TestStreet;

beforeAll(async () => {
  street = await testStreet();
});

async function inContextOf<T>(name: string, work: (context: Context) => Promise<T>): Promise<T> {
  const here = await street.kernel.streets.byId(streetId);
  const token = (await street.as(name)).token?.split('.')[1] ?? '';
  const actor = await authenticator(street.kernel)(streetId, token);
  if (!here || !actor) throw new Error('not signed in');
  return await inTransaction(street.kernel.db, async (db) => {
    const { request } = street.kernel.systemContext(here, db);
    return await work(street.kernel.context({ street: here, actor, acting: null, db, request }));
  });
}

const save = (name: string, line: EntranceLine, mode: 'add_and_update' | 'add_only' = 'add_and_update') =>
  inContextOf(name, (context) => entrancesIn.save(context, line, { mode }));

const line = (more: Partial<EntranceLine> = {}): EntranceLine => ({
  community: '北廊社区',
  grid: '第1网格',
  estate: '槐树里',
  building: '3号楼',
  entrance: '2单元',
  households: 24,
  ...more,
});

describe('a sheet of entrances', () => {
  it.each<[string, string, Partial<EntranceLine>, string]>([
    ['an unknown grid', '李书记', { grid: '第99网格' }, 'area.grid_unknown'],
    [
      'a grid whose name is short without its community',
      '李书记',
      { community: undefined },
      'area.grid_unknown',
    ],
    ['a grid of another community', '李书记', { grid: '990101001002001' }, 'area.outside_your_area'],
    ['a reader', '周网格', {}, 'area.outside_your_area'],
  ])('refuses %s and names the column', async (_, who, more, code) => {
    await expect(save(who, line(more))).rejects.toMatchObject({ code, details: { column: 'grid' } });
  });

  it('makes what is missing on the way down, once', async () => {
    expect(await save('李书记', line())).toBe('created');
    expect(await save('李书记', line())).toBe('unchanged');
    expect(await save('李书记', line({ grid: '990101001001001', entrance: '3单元' }))).toBe('created');
    const { rows } = await street.owner.query(
      `select level, count(*)::int as count from areas
       where path like '%990101001001001-E%' group by level order by level`,
    );
    expect(rows).toEqual([
      { level: 'building', count: 1 },
      { level: 'entrance', count: 2 },
      { level: 'estate', count: 1 },
    ]);
  });

  it('brings up to date what differs, unless only new rows are wanted', async () => {
    expect(await save('李书记', line({ households: 26 }), 'add_only')).toBe('unchanged');
    expect(await save('李书记', line({ households: 26, aliases: '槐树里老楼' }))).toBe('updated');
    expect(await save('李书记', line({ households: undefined, aliases: undefined }))).toBe('unchanged');
  });

  it('a courtyard has a gate', async () => {
    const courtyard = line({
      estate: '后院',
      estateKind: 'courtyard',
      building: undefined,
      entrance: '院门',
    });
    expect(await save('李书记', courtyard)).toBe('created');
    const { rows } = await street.owner.query("select kind from areas where name = '院门'");
    expect(rows).toEqual([{ kind: 'gate' }]);
  });
});

describe('the register as a sheet', () => {
  it('holds what its reader may see, in the order of the tree, codes as text', async () => {
    const read = (name: string) =>
      inContextOf(name, async (context) => {
        const rows: unknown[] = [];
        for await (const row of areasOut.rows(context, { when: 'current', level: 'grid' }, { masked: true }))
          rows.push(row);
        return rows;
      });
    expect(await read('李书记')).toMatchObject([
      { name: '北廊社区第1网格', code: '990101001001001', place: '北廊社区', gridType: '居住型' },
      { name: '北廊社区第2网格', gridType: '商圈型' },
    ]);
    expect(await read('唐科长')).toHaveLength(4);
    expect(areasOut.columns.find((column) => column.key === 'code')?.kind).toBe('phone');
  });
});
