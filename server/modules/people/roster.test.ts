import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { decideExport, openDownload, requestExport } from '#contract/exports/endpoints.ts';
import type { ExportRecord } from '#contract/exports/records.ts';
import { getImport, previewImport, runImport, setMapping } from '#contract/imports/endpoints.ts';
import type { ImportRecord } from '#contract/imports/records.ts';
import { getHousehold, getPerson, listHouseholds, listPersons } from '#contract/people/endpoints.ts';
import { readMine } from '#contract/people/mine.ts';
import { runImports } from '#kernel/imports/runner.ts';
import { readByExceljs, temporaryFolder } from '#kernel/sheets/kit/files.ts';
import type { Caller } from '../../../tests/kit/street.ts';
import { testPeopleOfStreet } from './kit/street.ts';

const people = await testPeopleOfStreet();
const { street } = people;
const clerk = await people.as('郑社工');

const header =
  '小区,楼号,单元,房号,房屋使用,姓名,与户主关系,性别,出生日期,联系电话,关爱标签,监护人,监护人关系,同意书编号';

async function upload(rows: string[], head = header): Promise<ImportRecord> {
  const file = `${head}\n${rows.join('\n')}\n`;
  const answer = await clerk.send({
    method: 'POST',
    url: '/api/imports/registers/residents/files',
    headers: { 'idempotency-key': randomUUID(), 'content-type': 'multipart/form-data; boundary=b' },
    payload: `--b\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\ncontent-type: text/csv\r\n\r\n${file}\r\n--b--\r\n`,
  });
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

async function imported(
  rows: string[],
  options: { mode?: 'add_only' | 'add_and_update'; head?: string } = {},
) {
  let record = await upload(rows, options.head);
  const params = { importId: record.importId };
  if (options.mode) {
    const { sheet, version } = record;
    record = await clerk.call(setMapping, { params, body: { sheet, mode: options.mode, version } });
  }
  const preview = await clerk.call(previewImport, { params, body: { version: record.version } });
  await clerk.call(runImport, { params, body: { version: preview.import.version } });
  await runImports(street.kernel);
  return { preview, record: await clerk.call(getImport, { params }) };
}

const family = [
  '梧桐里1号院,1号楼,2单元,101,自住,宋江,户主,男,1970-01-01,13812340001,"残疾、低保",,,',
  '梧桐里1号院,1号楼,2单元,101,自住,宋小宝,子女,男,2019-05-05,,,宋江,父亲,档-12',
  '梧桐里1号院,1,02,102,空置,,,,,,,,,',
];

describe('a roster from a sheet', () => {
  test('enters homes, residents and guardians; the same sheet again changes nothing', async () => {
    const first = await imported(family);
    expect(first.record).toMatchObject({ status: 'finished', counts: { created: 3, failed: 0 } });

    const { items } = await clerk.call(listHouseholds, { query: { areaId: people.door('firstOther') } });
    expect(items).toMatchObject([
      { room: '101', houseUse: 'owned', memberCount: 2, minors: 1, headName: '宋*' },
      { room: '102', houseUse: 'vacant', memberCount: 0 },
    ]);
    const child = await people.named('宋小宝');
    expect(await clerk.call(getPerson, { params: { personId: child.personId } })).toMatchObject({
      guardianships: [{ guardianName: '宋*', relation: 'father' }],
      consents: [{ way: 'paper', evidence: true }],
    });

    const before = await street.owner.query('select count(*)::int as n from events');
    const again = await imported(family);
    expect(again.record.counts).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
    const loaded = await street.owner.query(
      `select count(*)::int as n from events where name = 'people.loaded'`,
    );
    expect(before.rows[0].n).toBeGreaterThan(0);
    // One for the kit's families, one for the first import; the preview was taken back.
    expect(loaded.rows).toEqual([{ n: 2 }]);
  });

  test('brings what is known up to date, unless only new rows are wanted', async () => {
    const changed = ['梧桐里1号院,1号楼,2单元,101,出租,宋江,户主,男,1970-01-01,13812340002,低保,,,'];
    expect((await imported(changed, { mode: 'add_only' })).record.counts).toMatchObject({ unchanged: 1 });
    expect((await imported(changed)).record.counts).toMatchObject({ updated: 1 });
    const song = await people.named('宋江');
    expect(song).toMatchObject({ phone: '138****0002', careTags: ['low_income'], version: 2 });
    const home = await clerk.call(getHousehold, { params: { householdId: song.householdId ?? '' } });
    expect(home).toMatchObject({ houseUse: 'rented', version: 2 });
  });

  test('refuses a row and says why, while the others go through', async () => {
    const rows = [
      '梧桐里1号院,9号楼,1单元,1,自住,甲一,,,,,,,,',
      ',,,1,自住,甲二,,,,,,,,',
      '梧桐里1号院,1号楼,2单元,103,自住,甲三,户主,,2020-01-01,,,,,',
      '梧桐里1号院,1号楼,2单元,101,自住,甲四,户主,,,,,,,',
      '梧桐里1号院,1号楼,2单元,104,自住,甲五,户主,,,138123,,,,',
      '梧桐里1号院,1号楼,2单元,104,自住,甲六,户主,,,,外星人,,,',
      '梧桐里3号院,1号楼,1单元,1,自住,甲七,,,,,,,,',
      '梧桐里1号院,1号楼,2单元,105,自住,甲八,户主,,,,,,,',
    ];
    const { record, preview } = await imported(rows);
    expect(record.counts).toMatchObject({ created: 1, failed: 7 });
    const codes = preview.rows.map((row) =>
      row.faults.map((fault) => `${fault.column}:${fault.code}`).join(),
    );
    expect(codes).toEqual([
      'unit:roster.place_unknown',
      'entranceCode:roster.place_missing',
      'guardianName:person.guardian_missing',
      'relation:person.head_taken',
      'phone:roster.phone',
      'careTags:roster.tag_unknown',
      'unit:roster.place_unknown',
      '',
    ]);
    expect((await clerk.call(listPersons, { query: { name: '甲' } })).items.map((one) => one.name)).toEqual([
      '甲*',
    ]);
  });

  test('takes entrance codes and headers by other names', async () => {
    const head = '楼门编码,门牌,住户姓名,手机,身份证';
    const rows = [
      '990101001001001E01B01U1,305,林冲,13812340009,11010519491231002X',
      '990101001002001E01B01U1,305,史进,,',
    ];
    const { record } = await imported(rows, { head });
    expect(record.counts).toMatchObject({ created: 1, failed: 1 });
    expect(await people.named('林冲')).toMatchObject({ age: 76, sex: 'female', phone: '138****0009' });
  });

  test('is not for who may not edit people', async () => {
    const section = await people.as('何经办');
    const answer = await section.send({
      method: 'GET',
      url: '/api/imports/registers/residents/template',
    });
    expect(answer.statusCode).toBe(403);
  });
});

async function sheetOf(by: Caller, { exportId }: ExportRecord) {
  const { ticket } = await by.call(openDownload, { params: { exportId } });
  const answer = await by.send({ method: 'GET', url: `/api/exports/${exportId}/file?ticket=${ticket}` });
  expect(answer.statusCode).toBe(200);
  const folder = temporaryFolder();
  try {
    const sheet = await readByExceljs(folder.put('a.xlsx', answer.rawPayload));
    return JSON.stringify(sheet.getSheetValues());
  } finally {
    folder.remove();
  }
}

describe('a roster as a sheet', () => {
  const asked = (masked: boolean) => ({
    body: { register: 'residents', filter: {}, filterText: '全部', reason: '年度核对', masked },
  });

  test('is masked, and holds the own areas only', async () => {
    const text = await sheetOf(clerk, await clerk.call(requestExport, asked(true)));
    expect(text).toContain('138****0009');
    expect(text).not.toMatch(/13812340009|林冲|钱奶奶文|11010519491231002X/);
    const other = await people.as('马书记');
    const none = await sheetOf(other, await other.call(requestExport, asked(true)));
    expect(none).not.toContain('138****0009');
  });

  test('in the clear is a look at every adult in it; minors stay masked', async () => {
    const record = await clerk.call(requestExport, asked(false));
    const secretary = await people.as('李书记');
    await secretary.call(decideExport, {
      params: { exportId: record.exportId },
      body: { approve: true, reason: '同意', version: record.version },
    });
    const text = await sheetOf(clerk, record);
    expect(text).toContain('林冲');
    expect(text).not.toContain('宋小宝');
    const mine = await (await people.as('陈居民')).call(readMine);
    expect(mine.looks).toMatchObject([{ byName: '郑社工', purpose: 'export' }]);
  });
});
