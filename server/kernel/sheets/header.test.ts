import { expect, test } from 'vitest';
import { detectHeader, headerAt, type KnownColumn, plainHeader } from './header.ts';

const columns: KnownColumn[] = [
  { key: 'community', label: '社区', synonyms: ['所属社区', '村居'], required: true },
  { key: 'building', label: '楼号', synonyms: ['楼栋', '楼栋号'], required: true },
  { key: 'name', label: '姓名', synonyms: ['户主', '户主姓名'], required: true },
  { key: 'phone', label: '联系电话', synonyms: ['电话', '手机', '联系方式'], required: false },
];

const rows = (...cells: string[][]) => cells.map((row, at) => ({ number: at + 1, cells: row }));

test('headers are compared without blanks, marks, brackets and width', () => {
  for (const header of [
    '联系电话：',
    ' 联系 电话\n',
    '（联系电话）',
    '联系-电话',
    '【联系电话】',
    '联系_电话*',
  ]) {
    expect(plainHeader(header)).toBe('联系电话');
  }
});

test('a merged title and a note above the header are passed over', () => {
  const found = detectHeader(
    rows(
      ['北苑街道住户信息登记表'],
      ['单位：帅府社区', '', '2026年11月'],
      ['序号', '社 区', '楼栋号', '户主姓名', '电话：'],
      ['1', '帅府社区', '3', '王秀兰', '13800001111'],
    ),
    columns,
  );
  expect(found).toMatchObject({
    rowNumber: 3,
    mapping: { community: 1, building: 2, name: 3, phone: 4 },
    unmapped: [{ column: 0, header: '序号' }],
    missing: [],
    confidence: 0.8,
  });
});

test('a label that reaches over two header rows is found in both', () => {
  const found = detectHeader(
    rows(
      ['社区', '住房', '', '联系人', ''],
      ['', '楼号', '门牌', '姓名', '手机'],
      ['帅府社区', '3', '101', '王秀兰', ''],
    ),
    columns,
  );
  expect(found).toMatchObject({ rowNumber: 2, mapping: { community: 0, building: 1, name: 3, phone: 4 } });
});

test('a similar header is taken with less confidence, an exact one goes first', () => {
  const found = detectHeader(rows(['社区', '楼号', '姓名', '本人手机号码', '电话']), columns);
  expect(found?.mapping.phone).toBe(4);
  const similar = detectHeader(rows(['社区', '楼号', '姓名', '本人手机号码']), columns);
  expect(similar).toMatchObject({ mapping: { phone: 3 }, confidence: 0.88 });
});

test('required columns that are missing are named', () => {
  expect(detectHeader(rows(['姓名', '电话']), columns)?.missing).toEqual(['community', 'building']);
});

test('a sheet without a header, or with one below the tenth row, has none', () => {
  const data = Array.from({ length: 10 }, () => ['1', '2']);
  expect(detectHeader(rows(...data, ['社区', '楼号', '姓名']), columns)).toBeNull();
});

test('the same headers in other spelling have the same digest, others another', () => {
  const digest = (...headers: string[]) => headerAt({ number: 1, cells: headers }, columns).digest;
  expect(digest('社 区', '楼号：')).toBe(digest('社区', '楼号'));
  expect(digest('社区', '楼号')).not.toBe(digest('楼号', '社区'));
});
