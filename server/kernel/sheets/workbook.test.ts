import { afterAll, describe, expect, test } from 'vitest';
import { allRows, excelBytes, temporaryFolder, workbookParts, zipOf } from './kit/files.ts';
import { openSheet } from './open.ts';
import { spoolSharedStrings } from './sharedStrings.ts';
import { sheetRows } from './sheetRows.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

const cellsOf = async (bytes: Buffer) => (await allRows(folder.put('a.xlsx', bytes))).map((row) => row.cells);

describe('cells as people see them', () => {
  test('dates, numbers, rich text, formulas, links and booleans', async () => {
    const bytes = await excelBytes((book) => {
      const sheet = book.addWorksheet('a');
      sheet.addRow([
        new Date(Date.UTC(2026, 10, 19, 11, 0)),
        { richText: [{ text: '王' }, { font: { bold: true }, text: '秀兰' }] },
        { formula: 'A1+1', result: 42 },
        { formula: "cmd|'/C calc'!A0" },
        { text: '链接', hyperlink: 'http://example.org' },
        true,
        0.1,
        ' 两端有空 ',
      ]);
      sheet.getCell('A1').numFmt = 'yyyy/m/d h:mm';
    });
    expect(await cellsOf(bytes)).toEqual([
      ['2026-11-19 11:00:00', '王秀兰', '42', '', '链接', 'TRUE', '0.1', '两端有空'],
    ]);
  });

  test('a date without a time is a day, in Chinese formats too', async () => {
    const bytes = await excelBytes((book) => {
      const row = book.addWorksheet('a').addRow([1, 2, 3, 4].map(() => new Date(Date.UTC(1958, 2, 1))));
      ['yyyy-mm-dd', 'yyyy"年"m"月"d"日"', '[$-804]yyyy/m/d;@', 'm/d/yy'].forEach((format, at) => {
        row.getCell(at + 1).numFmt = format;
      });
    });
    expect(await cellsOf(bytes)).toEqual([['1958-03-01', '1958-03-01', '1958-03-01', '1958-03-01']]);
  });

  test('the date system of 1904 is respected', async () => {
    const bytes = await excelBytes((book) => {
      book.properties.date1904 = true;
      book
        .addWorksheet('a')
        .addRow([new Date(Date.UTC(2026, 0, 2))])
        .getCell(1).numFmt = 'yyyy-mm-dd';
    });
    expect(await cellsOf(bytes)).toEqual([['2026-01-02']]);
  });

  test('a phone kept as a number is written out; an order number that Excel has rounded stays scientific', async () => {
    const bytes = await excelBytes((book) =>
      book
        .addWorksheet('a')
        .addRow([13800001111, 826081308493182401n.toString(), Number('826081308493182401')]),
    );
    const [row] = await cellsOf(bytes);
    expect(row?.slice(0, 2)).toEqual(['13800001111', '826081308493182401']);
    expect(row?.[2]).toMatch(/^8\.26\d+E\+17$/);
  });

  test('a room number padded by its format keeps its zero', async () => {
    const bytes = await excelBytes((book) => {
      book.addWorksheet('a').addRow([101]).getCell(1).numFmt = '0000';
    });
    expect(await cellsOf(bytes)).toEqual([['0101']]);
  });

  test('entities, control escapes, CDATA, prefixes and phonetic guides', async () => {
    const row =
      '<x:row r="3"><x:c r="B3" t="inlineStr"><x:is><x:t>甲&amp;乙&#20108;_x000D_</x:t><x:rPh><x:t>jia</x:t></x:rPh></x:is></x:c>' +
      '<!-- note --><x:c t="str"><x:v><![CDATA[<b>]]></x:v></x:c></x:row>';
    expect(await allRows(folder.put('b.xlsx', await zipOf(workbookParts(row))))).toEqual([
      { number: 3, cells: ['', '甲&乙二', '<b>'] },
    ]);
  });

  test('cells without a place stand one after the other', async () => {
    const row = '<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row>';
    expect(await allRows(folder.put('c.xlsx', await zipOf(workbookParts(row))))).toEqual([
      { number: 1, cells: ['1', '', '3'] },
      { number: 2, cells: ['4'] },
    ]);
  });
});

describe('sheets and merged cells', () => {
  test('hidden sheets are passed over, the others are read by number', async () => {
    const bytes = await excelBytes((book) => {
      book.addWorksheet('说明', { state: 'hidden' }).addRow(['隐藏']);
      book.addWorksheet('一季度').addRow(['甲']);
      book.addWorksheet('二季度').addRow(['乙']);
    });
    const path = folder.put('d.xlsx', bytes);
    const opened = await openSheet(path, 'd.xlsx');
    expect(opened.sheets).toEqual(['一季度', '二季度']);
    await opened.close();
    expect(await allRows(path, 1)).toEqual([{ number: 1, cells: ['乙'] }]);
  });

  test('a community merged over its buildings belongs to each of them', async () => {
    const bytes = await excelBytes((book) => {
      const sheet = book.addWorksheet('a');
      sheet.addRows([
        ['社区', '楼号'],
        ['帅府社区', '1'],
        [null, '2'],
        [null, '3'],
        ['中山街社区', '1'],
      ]);
      sheet.mergeCells('A2:A4');
    });
    expect(await cellsOf(bytes)).toEqual([
      ['社区', '楼号'],
      ['帅府社区', '1'],
      ['帅府社区', '2'],
      ['帅府社区', '3'],
      ['中山街社区', '1'],
    ]);
  });

  test('a formatted but empty page below the data yields no rows', async () => {
    const empty = '<row><c s="1"/></row>'.repeat(1_000);
    const path = folder.put('e.xlsx', await zipOf(workbookParts(`<row r="1"><c><v>1</v></c></row>${empty}`)));
    expect(await allRows(path)).toHaveLength(1);
  });
});

describe('a large workbook', () => {
  test('is drawn from the file only as its rows are taken: never more than a chunk ahead', async () => {
    const rowsInChunk = 200;
    let drawn = 0;
    async function* chunks() {
      yield Buffer.from('<worksheet><sheetData>');
      for (let chunk = 0; chunk < 250; chunk++) {
        drawn += rowsInChunk;
        yield Buffer.from(`<row><c><v>${chunk}</v></c></row>`.repeat(rowsInChunk));
      }
    }
    let taken = 0;
    let aheadMax = 0;
    for await (const _ of sheetRows(chunks(), { strings: null, styles: [], date1904: false }, [])) {
      taken += 1;
      aheadMax = Math.max(aheadMax, drawn - taken);
    }
    expect(taken).toBe(50_000);
    expect(aheadMax).toBeLessThan(rowsInChunk);
  });

  test('finds each of its shared strings again, in any order, short and as long as a cell may be', async () => {
    const texts = Array.from({ length: 5_000 }, (_, at) => `第${at}户`.repeat(1 + (at % 40)));
    texts[2_500] = '长'.repeat(32_767);
    async function* chunks() {
      yield Buffer.from('<sst>');
      for (const text of texts)
        yield Buffer.from(`<si><r><t>${text.slice(0, 2)}</t></r><r><t>${text.slice(2)}</t></r></si>`);
      yield Buffer.from('</sst>');
    }
    const strings = await spoolSharedStrings(chunks());
    const places = [0, 4_999, 2_500, 2_501, 17, 2_499, 3_000];
    expect(strings.count).toBe(5_000);
    expect(places.map((place) => strings.at(place))).toEqual(places.map((place) => texts[place]));
    expect([strings.at(-1), strings.at(5_000), strings.at(Number.NaN)]).toEqual(['', '', '']);
    strings.close();
  });
});
