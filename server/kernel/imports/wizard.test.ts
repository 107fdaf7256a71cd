import { beforeEach, describe, expect, test } from 'vitest';
import {
  getImport,
  listImports,
  listRegisters,
  readColumns,
  readResult,
  readTemplate,
  runImport,
  setMapping,
} from '#contract/imports/endpoints.ts';
import type { ImportRecord } from '#contract/imports/records.ts';
import { importProblems } from '#contract/imports/words.ts';
import { excelBytes, zipOf } from '#kernel/sheets/kit/files.ts';
import { power } from './kit/benches.ts';
import { at, csv, type Desk, of, runThrough, testDesk } from './kit/desk.ts';

const desk: Desk = await testDesk();
const secretary = await desk.as('李书记');
beforeEach(async () => {
  power.failAt = null;
  await desk.street.owner.query('delete from benches; delete from imports; delete from import_mappings');
});

describe('who may import', () => {
  test('a grid worker may not, and a clerk not into a register of others', async () => {
    expect(await (await desk.as('周网格')).refusedUpload(csv(1))).toMatchObject({
      status: 403,
      code: 'permission.missing',
    });
    expect(await (await desk.as('郑社工')).refusedUpload(csv(1))).toMatchObject({
      status: 403,
      code: 'permission.missing',
    });
  });

  test('an import is out of sight for the neighbour community and the other street', async () => {
    const record = await secretary.upload(csv(1));
    for (const name of ['马书记', '文科长']) {
      const other = await desk.as(name);
      expect(await other.refusal(getImport, at(record))).toMatchObject({
        status: 404,
        code: 'import.not_found',
      });
      expect((await other.call(listImports)).items).toEqual([]);
    }
  });

  test('who stands above sees how far it is, but does not go on with it nor read the rows', async () => {
    const record = await secretary.upload(`${csv(1)}1.38E+10,x,,\n`);
    const chief = await desk.as('唐科长');
    expect((await chief.call(getImport, at(record))).fileName).toBe('台账.csv');
    expect(await chief.refusal(runImport, of(record))).toMatchObject({
      status: 403,
      code: 'import.not_yours',
    });
    expect(await chief.refusal(readColumns, at(record))).toMatchObject({ code: 'import.not_yours' });
    expect(await chief.refusal(readResult, at(record))).toMatchObject({ code: 'import.not_yours' });
  });
});

describe('a bad file is refused with a sentence that helps', () => {
  test.each<[string, () => Promise<Uint8Array | string> | string, string]>([
    ['a zip renamed .xlsx', () => zipOf({ 'a.txt': 'x' }), 'sheet.not_a_workbook'],
    ['a web page renamed .xls', () => '<html><table></table></html>', 'sheet.html'],
    ['nothing', () => '', 'sheet.empty'],
  ])('%s', async (_, bytes, code) => {
    const refusal = await secretary.refusedUpload(await bytes(), '台账.xlsx');
    expect(refusal).toMatchObject({
      status: 422,
      code,
      detail: importProblems[code as keyof typeof importProblems],
    });
  });
});

describe('the wizard', () => {
  test('finds the header under a merged title, maps by synonyms and says what is missing', async () => {
    const bytes = await excelBytes((book) => {
      const sheet = book.addWorksheet('一季度');
      sheet.addRows([
        ['梧桐街道长椅登记表'],
        ['单位：第一社区'],
        ['序号', '长椅 编号：', '放在哪', '手机（必填）'],
        [1, '0101', '3号楼', 13800001111],
      ]);
      sheet.mergeCells('A1:D1');
    });
    const record = await secretary.upload(bytes, '长椅.xlsx');
    expect(record).toMatchObject({
      status: 'uploaded',
      headerRow: 3,
      mapping: { code: 1, phone: 3 },
      missing: ['place'],
    });
    expect(await secretary.refusal(runImport, of(record))).toMatchObject({
      code: 'import.columns_missing',
      detail: '还有必填列没有对应：位置',
    });
    expect((await secretary.call(readColumns, at(record))).items[2]).toEqual({
      column: 2,
      header: '放在哪',
      samples: ['3号楼'],
    });
  });

  test('remembers a mapping for the next file with the same headers', async () => {
    const file = '编号,放在哪\n0101,3号楼\n';
    const first = await secretary.upload(file);
    expect(await secretary.refusal(setMapping, mapped(first, { code: 0, place: 0 }))).toMatchObject({
      code: 'import.column_twice',
    });
    expect(await secretary.refusal(setMapping, mapped(first, { code: 0, place: 9 }))).toMatchObject({
      code: 'import.unknown_column',
    });
    const ready = await secretary.call(setMapping, mapped(first, { code: 0, place: 1 }));
    await runThrough(desk, secretary, ready);
    expect(await secretary.upload('编 号,放在哪：\n0102,4号楼\n')).toMatchObject({
      remembered: true,
      status: 'mapped',
      mapping: { code: 0, place: 1 },
    });
  });

  test('two people at one import: the second is told', async () => {
    const record = await secretary.upload(csv(1));
    await secretary.call(setMapping, mapped(record, record.mapping));
    expect(await secretary.refusal(runImport, of(record))).toMatchObject({
      status: 409,
      code: 'version.stale',
    });
  });

  test('another sheet of the workbook is looked at anew', async () => {
    const bytes = await excelBytes((book) => {
      book.addWorksheet('封面').addRow(['说明']);
      book.addWorksheet('明细').addRows([
        ['编号', '位置'],
        ['0101', '3号楼'],
      ]);
    });
    const record = await secretary.upload(bytes, '长椅.xlsx');
    expect(record).toMatchObject({ headerRow: null, sheets: ['封面', '明细'] });
    const body = { sheet: 1, mode: 'add_and_update' as const, version: record.version };
    expect(await secretary.call(setMapping, { ...of(record), body })).toMatchObject({
      status: 'mapped',
      headerRow: 1,
    });
  });

  const mapped = (record: ImportRecord, mapping: Record<string, number>) => ({
    ...of(record),
    body: { sheet: 0, mapping, mode: 'add_and_update' as const, version: record.version },
  });
});

test('the template has the headers, and filled in it is read with its explanations passed over', async () => {
  const sheet = await secretary.sheet(readTemplate, { params: { register: 'benches' } });
  expect((sheet.getRow(3).values as unknown[]).slice(1)).toEqual([
    '编号',
    '位置',
    '管护人',
    '联系电话',
    '材质',
    '安装日期',
  ]);
  expect(sheet.getCell('A4').value).toBe('必填。19 位以内的数字');
  sheet.getCell('A5').value = '0101';
  sheet.getCell('B5').value = '3号楼';
  const record = await secretary.upload(Buffer.from(await sheet.workbook.xlsx.writeBuffer()), '模板.xlsx');
  expect(record).toMatchObject({ status: 'mapped', missing: [] });
  expect(await runThrough(desk, secretary, record)).toMatchObject({
    counts: { created: 1, failed: 0, duplicate: 0 },
  });
});

test('registers are listed for those who may fill them', async () => {
  expect((await secretary.call(listRegisters)).items.map(({ register }) => register)).toEqual(['benches']);
  expect((await (await desk.as('郑社工')).call(listRegisters)).items).toEqual([]);
});
