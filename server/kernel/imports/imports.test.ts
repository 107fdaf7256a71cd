import { beforeEach, describe, expect, test } from 'vitest';
import {
  getImport,
  listImports,
  listRegisters,
  previewImport,
  readColumns,
  readResult,
  readTemplate,
  runImport,
  setMapping,
  stopImport,
} from '#contract/imports/endpoints.ts';
import type { ImportRecord } from '#contract/imports/records.ts';
import { importProblems } from '#contract/imports/words.ts';
import { excelBytes, zipOf } from '#kernel/sheets/kit/files.ts';
import { power } from './kit/benches.ts';
import { type Desk, type Person, testDesk } from './kit/desk.ts';
import { leaseMs, runImports } from './runner.ts';

const desk: Desk = await testDesk();
const secretary = await desk.as('李书记');
const at = ({ importId }: ImportRecord) => ({ params: { importId } });
const of = (record: ImportRecord) => ({ ...at(record), body: { version: record.version } });

beforeEach(async () => {
  power.failAt = null;
  await desk.street.owner.query('delete from benches; delete from imports; delete from import_mappings');
});

/** `count` benches with 19-digit codes. */
const csv = (count: number, from = 1) =>
  `编号,位置,管护人,联系电话\n${Array.from({ length: count }, (_, at) => `0126111908493${String(from + at).padStart(6, '0')},${(from + at) % 40}号楼,王秀兰,13800001111`).join('\n')}\n`;

async function run(person: Person, record: ImportRecord): Promise<ImportRecord> {
  await person.call(runImport, of(record));
  await runImports(desk.kernel);
  return await person.call(getImport, { params: { importId: record.importId } });
}

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
    await run(secretary, ready);
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

describe('the preview', () => {
  const bad = [
    '编号,位置,联系电话,材质,安装日期,管护人',
    '0101,3号楼,13800001111,木,2026/11/1,王秀兰',
    '0102,=cmd|calc!A0,13800001111,木,,',
    '0103,3号楼,1.38E+10,木,,',
    '0104,3号楼,,塑料,,',
    '0105,3号楼,,,2026-02-30,',
    '0101,5号楼,,,,',
    '0106,,,,,',
    '0107,外区,,,,',
    '8.26081E+17,3号楼,,,,',
    '0108,很长很长很长很长很长很长的位置,,,,',
    '0109,#N/A,,,,',
  ].join('\n');

  test('says of each row what would become of it, cell by cell, in Chinese', async () => {
    const record = await secretary.upload(bad);
    const { rows, counts, import: after } = await secretary.call(previewImport, of(record));
    expect(after).toMatchObject({ status: 'previewed', rowsTotal: 11 });
    expect(counts).toEqual({ created: 1, updated: 0, unchanged: 0, duplicate: 1, failed: 9 });
    expect(rows.map(({ outcome, faults }) => [outcome, faults[0]?.column, faults[0]?.sentence])).toEqual([
      ['created', undefined, undefined],
      ['failed', 'place', '这一格以“=”开头，会被当作公式。请改为普通文字'],
      [
        'failed',
        'phone',
        '号码被 Excel 改成了科学计数（1.38E+10），后几位已丢失。请把这一列设为文本，重新填写',
      ],
      ['failed', 'kind', '“塑料”不在可选范围内。可以填：木、铁'],
      ['failed', 'placedOn', '“2026-02-30”不是有效日期。写成 2026-11-21 即可'],
      ['duplicate', null, '与本文件第 2 行重复，只导入前一行'],
      ['failed', 'place', '“位置”不能空着'],
      ['failed', 'place', '不在您负责的范围内'],
      ['failed', 'code', expect.stringContaining('科学计数（8.26081E+17）')],
      ['failed', 'place', '“位置”最多 10 字，现在是 15 字'],
      ['failed', 'place', '这一格是公式错误（#N/A）。请改为填写实际内容'],
    ]);
  });

  test('writes nothing: no bench, no event', async () => {
    const events = async () =>
      (await desk.street.owner.query("select 1 from events where name = 'bench.saved'")).rowCount;
    const before = await events();
    await secretary.call(previewImport, of(await secretary.upload(csv(30))));
    expect(await desk.benches()).toEqual([]);
    expect(await events()).toBe(before);
  });

  test('masks names and phones for who may not reveal them', async () => {
    const chief = await desk.as('唐科长');
    const { rows } = await chief.call(previewImport, of(await chief.upload(csv(1))));
    expect(rows[0]?.cells).toMatchObject({ keeper: '王**', phone: '138****1111' });
    const shown = await secretary.call(previewImport, of(await secretary.upload(csv(1))));
    expect(shown.rows[0]?.cells).toMatchObject({ keeper: '王秀兰', phone: '13800001111' });
  });
});

describe('the run', () => {
  test('takes the good rows, keeps long numbers whole and hands back the others with reasons', async () => {
    const record = await secretary.upload(`${csv(450)}0101,=1+1,,\n0102,外区,,13900002222\n`);
    const after = await run(secretary, record);
    expect(after).toMatchObject({
      status: 'finished',
      rowsDone: 452,
      counts: { created: 450, failed: 2, duplicate: 0 },
    });
    expect((await desk.benches())[0]?.code).toBe('0126111908493000001');

    const sheet = await secretary.sheet(readResult, at(after));
    const rows = [4, 5].map((row) => (sheet.getRow(row).values as unknown[]).slice(1));
    expect(rows).toEqual([
      [452, '这一格以“=”开头，会被当作公式。请改为普通文字', '0101', '=1+1'],
      [453, '不在您负责的范围内', '0102', '外区', undefined, '13900002222'],
    ]);
    expect(sheet.getCell('D4').fill).toMatchObject({ fgColor: { argb: 'FFFCD9D7' } });
    expect(sheet.getCell('D4').formula).toBeUndefined();
    expect(sheet.getCell('C4').fill).not.toMatchObject({ fgColor: { argb: 'FFFCD9D7' } });
  });

  test('the result file, mended, can be imported again', async () => {
    const after = await run(secretary, await secretary.upload('编号,位置\n0101,=1\n'));
    const sheet = await secretary.sheet(readResult, at(after));
    sheet.getCell('D4').value = '3号楼';
    const again = await secretary.upload(Buffer.from(await sheet.workbook.xlsx.writeBuffer()), '改好.xlsx');
    expect(await run(secretary, again)).toMatchObject({
      status: 'finished',
      counts: { created: 1, failed: 0 },
    });
  });

  test('the same file again changes nothing and says so beforehand', async () => {
    const first = await run(secretary, await secretary.upload(csv(250)));
    const again = await secretary.upload(csv(250));
    expect(again.sameFileAs).toMatchObject({ importId: first.importId });
    expect((await run(secretary, again)).counts).toEqual({
      created: 0,
      updated: 0,
      unchanged: 250,
      duplicate: 0,
      failed: 0,
    });
    expect((await desk.benches()).every(({ saves }) => saves === 1)).toBe(true);
  });

  test('what changed is brought up to date, or left alone where that was chosen', async () => {
    await run(secretary, await secretary.upload('编号,位置\n0101,3号楼\n'));
    const added = await secretary.upload('编号,位置\n0101,4号楼\n0102,5号楼\n');
    const body = { sheet: 0, mapping: added.mapping, mode: 'add_only' as const, version: added.version };
    const alone = await run(secretary, await secretary.call(setMapping, { ...of(added), body }));
    expect(alone.counts).toMatchObject({ created: 1, unchanged: 1 });
    const after = await run(secretary, await secretary.upload('编号,位置\n0101,4号楼\n0102,5号楼\n'));
    expect(after.counts).toMatchObject({ updated: 1, unchanged: 1 });
  });

  test('cut off in the middle it goes on at the next batch, and no row is written twice', async () => {
    const record = await secretary.upload(csv(1_000));
    power.failAt = '0126111908493000500';
    expect(await run(secretary, record)).toMatchObject({
      status: 'failed',
      rowsDone: 400,
      fault: 'import.fault',
    });
    expect(await desk.benches()).toHaveLength(400);

    power.failAt = null;
    const held = await secretary.call(getImport, at(record));
    expect(held.can.map).toBe('import.started');
    expect(await run(secretary, held)).toMatchObject({
      status: 'finished',
      rowsDone: 1_000,
      counts: { created: 1_000 },
    });
    expect((await desk.benches()).every(({ saves }) => saves === 1)).toBe(true);
  });

  test('a process that died lets go after its lease; before that nobody touches its import', async () => {
    const record = await secretary.upload(csv(10));
    await secretary.call(runImport, of(record));
    const until = new Date(desk.street.clock.now().getTime() + leaseMs).toISOString();
    await desk.street.owner.query('update imports set lease_token = gen_random_uuid(), lease_until = $1', [
      until,
    ]);
    expect(await runImports(desk.kernel)).toBe(0);
    desk.street.clock.advance(leaseMs + 1_000);
    expect(await runImports(desk.kernel)).toBe(1);
    expect(await secretary.call(getImport, at(record))).toMatchObject({
      status: 'finished',
      counts: { created: 10 },
    });
  });

  test('two runners at once write each row once', async () => {
    await secretary.call(runImport, of(await secretary.upload(csv(600))));
    const taken = await Promise.all([runImports(desk.kernel), runImports(desk.kernel)]);
    expect(taken.toSorted()).toEqual([0, 1]);
    expect(await desk.benches()).toHaveLength(600);
  });

  test('a repeat of a row written before the cut is still known as a repeat', async () => {
    const record = await secretary.upload(`${csv(500)}${csv(1).split('\n')[1]}\n`);
    power.failAt = '0126111908493000450';
    await run(secretary, record);
    power.failAt = null;
    expect(await run(secretary, await secretary.call(getImport, at(record)))).toMatchObject({
      counts: { created: 500, duplicate: 1, unchanged: 0 },
    });
  });

  test('stopped by hand it stands, and can be gone on with', async () => {
    const record = await secretary.upload(csv(10));
    await secretary.call(runImport, of(record));
    const stopped = await secretary.call(stopImport, at(record));
    expect(stopped.status).toBe('stopped');
    expect(await runImports(desk.kernel)).toBe(0);
    expect(await run(secretary, stopped)).toMatchObject({ status: 'finished' });
  });

  test('finished, the file is gone, and refused rows lie encrypted', async () => {
    const record = await secretary.upload(`${csv(3)}0101,=1,王秀兰,13800001111\n`);
    await run(secretary, record);
    const { rows } = await desk.street.owner.query('select file_key from imports');
    expect(rows).toEqual([{ file_key: null }]);
    const errors = await desk.street.owner.query('select * from import_errors');
    expect(errors.rowCount).toBe(1);
    expect(JSON.stringify(errors.rows)).not.toMatch(/13800001111|王秀兰/);
  });

  test('its beginning and end stand in the trail, with the name of the person', async () => {
    const { importId } = await run(secretary, await secretary.upload(csv(2)));
    const { rows } = await desk.street.owner.query(
      'select name, actor_name, data from events where subject_id = $1 order by name',
      [importId],
    );
    expect(rows).toMatchObject([
      {
        name: 'import.finished',
        actor_name: '李书记',
        data: { register: 'benches', counts: { created: 2 } },
      },
      { name: 'import.started', actor_name: '李书记' },
    ]);
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
  expect(await run(secretary, record)).toMatchObject({ counts: { created: 1, failed: 0, duplicate: 0 } });
});

test('registers are listed for those who may fill them', async () => {
  expect((await secretary.call(listRegisters)).items.map(({ register }) => register)).toEqual(['benches']);
  expect((await (await desk.as('郑社工')).call(listRegisters)).items).toEqual([]);
});
