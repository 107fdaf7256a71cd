import { beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '#kernel/context.ts';
import { inTransaction } from '#kernel/database/transaction.ts';
import { authenticator } from '#modules/identity/index.ts';
import { streetId } from '../../../tests/kit/people.ts';
import { type TestStreet, testStreet } from '../../../tests/kit/street.ts';
import { organisationsOut } from './exports.ts';
import { type OrganisationLine, organisationsIn } from './imports.ts';

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

const line = (more: Partial<OrganisationLine>): OrganisationLine => ({
  name: '梧桐五金店',
  area: '990101001001001',
  ...more,
});

const importAs = (
  name: string,
  lines: OrganisationLine[],
  mode: 'add_and_update' | 'add_only' = 'add_and_update',
) =>
  inContextOf(
    name,
    (context) => organisationsIn.saveBatch?.(context, lines, { mode }) ?? Promise.resolve([]),
  );

describe('rows', () => {
  test.each<[object, string, string]>([
    [{ name: '店', area: '一', creditCode: '9111000010000660' }, 'creditCode', 'credit_code.length'],
    [{ name: '店', area: '一', creditCode: '91110000100006602E' }, 'creditCode', 'credit_code.checksum'],
    [{ name: '店', area: '一', contactPhone: '1380013800' }, 'contactPhone', 'organisation.phone'],
  ])('%j is refused at %s: %s', (cells, column, code) => {
    const parsed = organisationsIn.schema.safeParse(cells);
    expect(parsed.error?.issues.map((issue) => [issue.path[0], issue.message])).toContainEqual([
      column,
      code,
    ]);
  });

  test.each<[string, Partial<OrganisationLine>, string]>([
    ['郑社工', { area: '没有这个网格' }, 'organisation.area_unknown'],
    ['郑社工', { area: '1号楼' }, 'organisation.area_ambiguous'],
    ['郑社工', { area: '990101001002001' }, 'organisation.area_outside'],
  ])('%s with %j is refused: %s', async (name, more, code) => {
    await expect(importAs(name, [line(more)])).rejects.toMatchObject({ code, details: { column: 'area' } });
  });
});

describe('import', () => {
  const full = line({
    name: '梧桐灯具有限公司',
    creditCode: '914403001922038216',
    industry: '零售',
    partyMemberCount: 3,
    contactName: '王明',
    contactPhone: '13800138000',
  });

  test('the same file again changes nothing, blank cells take nothing away', async () => {
    expect(await importAs('郑社工', [full, line({})])).toEqual(['created', 'created']);
    expect(await importAs('郑社工', [full, line({})])).toEqual(['unchanged', 'unchanged']);
    expect(await importAs('郑社工', [line({ name: full.name, creditCode: full.creditCode })])).toEqual([
      'unchanged',
    ]);
  });

  test('what differs is brought up to date, unless only new rows are wanted', async () => {
    const changed = { ...full, industry: '批发', contactPhone: '13900139000' };
    expect(await importAs('郑社工', [changed], 'add_only')).toEqual(['unchanged']);
    expect(await importAs('郑社工', [changed])).toEqual(['updated']);
    const rows = await street.owner.query(
      "select industry, version from organisations where credit_code = '914403001922038216'",
    );
    expect(rows.rows).toEqual([{ industry: '批发', version: 2 }]);
  });

  test('a firm of the next community is not changed by its credit code', async () => {
    await expect(importAs('马书记', [{ ...full, area: '990101001002001' }])).rejects.toMatchObject({
      code: 'organisation.outside_your_area',
    });
  });

  test('five thousand rows come in within their batches', async () => {
    const lines = Array.from({ length: 5000 }, (_, index) =>
      line({ name: `批量企业${index}`, contactName: '李' }),
    );
    for (let at = 0; at < lines.length; at += 200) await importAs('郑社工', lines.slice(at, at + 200));
    const rows = await street.owner.query(
      "select count(*)::int as n from organisations where name like '批量企业%'",
    );
    expect(rows.rows[0].n).toBe(5000);
  });
});

test('the export masks contacts unless it was approved', async () => {
  const filter = organisationsOut.filter.parse({ search: '灯具' });
  const rowsOf = (masked: boolean) =>
    inContextOf('郑社工', async (context) => {
      const rows = [];
      for await (const row of organisationsOut.rows(context, filter, { masked })) rows.push(row);
      return rows;
    });
  expect(await rowsOf(true)).toEqual([
    expect.objectContaining({ kind: '企业', contactName: '王*', contactPhone: '139****9000' }),
  ]);
  expect(await rowsOf(false)).toEqual([
    expect.objectContaining({ contactName: '王明', contactPhone: '13900139000' }),
  ]);
});
