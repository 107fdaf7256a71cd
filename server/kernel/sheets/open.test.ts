import { createHash } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { sheetProblems } from '#contract/imports/words.ts';
import { allRows, excelBytes, refusalOf, temporaryFolder, workbookParts, zipOf } from './kit/files.ts';
import { sheetLimits } from './limits.ts';
import { openSheet } from './open.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

const ole = (marker: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1_000),
    Buffer.from(marker, 'utf16le'),
  ]);

describe('a file is taken for what it is, not for what it is called', () => {
  const cases: [promise: string, bytes: () => Promise<Buffer | string> | Buffer | string, code: string][] = [
    ['a zip renamed .xlsx', () => zipOf({ 'photo.txt': 'hello' }), 'sheet.not_a_workbook'],
    ['an old .xls', () => ole('Workbook'), 'sheet.xls'],
    ['an encrypted workbook', () => ole('EncryptedPackage'), 'sheet.encrypted'],
    ['a binary workbook', () => zipOf({ 'xl/workbook.bin': 'x' }), 'sheet.xls'],
    ['a web page renamed .xls', () => '\ufeff <html><table><tr><td>1</td></tr></table></html>', 'sheet.html'],
    ['XML of Excel 2003', () => '<?xml version="1.0"?><Workbook/>', 'sheet.html'],
    ['a picture', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'sheet.unknown'],
    ['nothing', () => '', 'sheet.empty'],
    [
      'half a workbook',
      async () => (await excelBytes((b) => b.addWorksheet('a'))).subarray(0, 900),
      'sheet.damaged',
    ],
    [
      'a workbook with a document type',
      () => zipOf(workbookParts('<!DOCTYPE a [<!ENTITY b "c">]>')),
      'sheet.damaged',
    ],
    ['a CSV with an open quote', () => 'a,b\n1,"2\n3,4\n', 'sheet.csv_quotes'],
    ['a CSV', () => 'a,b\n1,2\n', 'taken'],
  ];
  test.each(cases)('%s', async (_, bytes, code) => {
    expect(await refusalOf(folder.put('register.xlsx', await bytes()))).toBe(code);
    if (code !== 'taken') expect(sheetProblems).toHaveProperty([code]);
  });
});

describe('bounds', () => {
  test('a part that swells is stopped while it is being read', async () => {
    const swollen = await zipOf(workbookParts(`<row><c><v>${' '.repeat(40_000_000)}</v></c></row>`));
    expect(swollen.length).toBeLessThan(100_000);
    expect(await refusalOf(folder.put('bomb.xlsx', swollen))).toBe('sheet.too_large');
  });

  test('a size written small in the directory is not believed', async () => {
    const bytes = await zipOf(workbookParts(`<row><c><v>${' '.repeat(40_000_000)}</v></c></row>`));
    const at = bytes.lastIndexOf('xl/worksheets/sheet1.xml') - 46;
    bytes.writeUInt32LE(10, at + 24);
    expect(await refusalOf(folder.put('liar.xlsx', bytes))).toBe('sheet.too_large');
  });

  test('more columns, longer cells and more rows than a register has are refused with the row', async () => {
    const wide = Array.from({ length: sheetLimits.columns + 1 }, () => 'x').join(',');
    expect(await refusalOf(folder.put('wide.csv', wide))).toBe('sheet.too_many_columns');
    const long = `a,${'长'.repeat(sheetLimits.cellCharacters + 1)}`;
    expect(await refusalOf(folder.put('long.csv', long))).toBe('sheet.cell_too_long');
    const many = 'a,b\n'.repeat(sheetLimits.rows + 1);
    expect(await refusalOf(folder.put('many.csv', many))).toBe('sheet.too_many_rows');
  });
});

describe('text in every encoding of the office', () => {
  const line = '姓名,电话\r\n王秀兰,13800001111\r\n';
  const gb = Buffer.from('d0d5c3fb2cb5e7bbb00d0acdf5d0e3c0bc2c31333830303030313131310d0a', 'hex');
  const utf16be = Buffer.from(`\ufeff${line}`, 'utf16le').swap16();
  const cases: [string, Buffer | string, string][] = [
    ['UTF-8', line, 'utf-8'],
    ['UTF-8 with its mark', `\ufeff${line}`, 'utf-8'],
    ['GB18030', gb, 'gb18030'],
    ['UTF-16 LE with its mark', Buffer.from(`\ufeff${line}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 LE without', Buffer.from(line, 'utf16le'), 'utf-16le'],
    ['UTF-16 BE', utf16be, 'utf-16be'],
    ['semicolons', line.replaceAll(',', ';'), 'utf-8'],
    ['tabs', line.replaceAll(',', '\t'), 'utf-8'],
  ];
  test.each(cases)('%s', async (_, bytes, encoding) => {
    const path = folder.put('register.csv', bytes);
    expect((await openSheet(path, 'register.csv')).encoding).toBe(encoding);
    expect(await allRows(path)).toEqual([
      { number: 1, cells: ['姓名', '电话'] },
      { number: 2, cells: ['王秀兰', '13800001111'] },
    ]);
  });

  test('a GB18030 file that begins with pages of figures is still GB18030', async () => {
    const bytes = Buffer.concat([Buffer.from('1,2\n'.repeat(100_000)), gb]);
    expect((await openSheet(folder.put('late.csv', bytes), 'late')).encoding).toBe('gb18030');
  });

  test('a quoted cell may hold a line end; rows are counted as a spreadsheet counts them', async () => {
    const path = folder.put(
      'quoted.csv',
      '编号,内容\n01,"地址：12号楼。\n事项：漏水，""很急"""\n\n02,灯不亮\n',
    );
    expect(await allRows(path)).toEqual([
      { number: 1, cells: ['编号', '内容'] },
      { number: 2, cells: ['01', '地址：12号楼。\n事项：漏水，"很急"'] },
      { number: 4, cells: ['02', '灯不亮'] },
    ]);
  });
});

test('reading is repeatable and leaves no open file behind', async () => {
  const bytes = await excelBytes((book) => book.addWorksheet('a').addRow(['甲', '乙']));
  const path = folder.put('again.xlsx', bytes);
  const opened = await openSheet(path, 'again.xlsx');
  const digests: string[] = [];
  for (let round = 0; round < 2; round++) {
    for await (const row of opened.rows())
      digests.push(createHash('sha256').update(row.cells.join()).digest('hex'));
  }
  await opened.close();
  expect(digests[0]).toBe(digests[1]);
  await expect(opened.rows()[Symbol.asyncIterator]().next()).rejects.toThrow();
});
