import { beforeEach, describe, expect, test } from 'vitest';
import { previewImport } from '#contract/imports/endpoints.ts';
import { power } from './kit/benches.ts';
import { csv, type Desk, of, testDesk } from './kit/desk.ts';

const desk: Desk = await testDesk();
const secretary = await desk.as('李书记');
beforeEach(async () => {
  power.failAt = null;
  await desk.street.owner.query('delete from benches; delete from imports; delete from import_mappings');
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
