import { createWriteStream } from 'node:fs';
import { Writable } from 'node:stream';
import { afterAll, describe, expect, test } from 'vitest';
import { allRows, readByExceljs, temporaryFolder } from './kit/files.ts';
import type { WrittenRow } from './sheet.ts';
import { type SheetContent, writeSheet } from './write.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

const content = (rows: SheetContent['rows']): SheetContent => ({
  title: '住户登记表',
  organisation: '单位：北苑街道帅府社区',
  madeOn: '2026-11-21',
  columns: [
    { header: '姓名', width: 12, kind: 'text' },
    { header: '电话', width: 16, kind: 'phone' },
    { header: '人数', width: 8, kind: 'number' },
    { header: '登记日期', width: 14, kind: 'date' },
  ],
  rows,
  footer: '经办人：',
  watermark: '沈岚 2026-11-21 10:22 & 内部',
  pageNumber: '第 &P 页，共 &N 页',
});

async function written(rows: WrittenRow[], name = 'out.xlsx'): Promise<string> {
  await writeSheet(createWriteStream(folder.path(name)), content(rows));
  return folder.path(name);
}

test('another program reads it: title, frozen Chinese header, page, filter', async () => {
  const sheet = await readByExceljs(await written([{ cells: ['王秀兰', '13800001111', 3, '2026-11-01'] }]));
  expect(sheet.name).toBe('住户登记表');
  expect(sheet.getCell('D1').master.address).toBe('A1');
  expect(sheet.getCell('A2').value).toBe('单位：北苑街道帅府社区');
  expect(sheet.getCell('C2').value).toBe('2026-11-21');
  expect((sheet.getRow(3).values as unknown[]).slice(1)).toEqual(['姓名', '电话', '人数', '登记日期']);
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
  expect(sheet.autoFilter).toBe('A3:D4');
  expect(sheet.pageSetup).toMatchObject({
    paperSize: 9,
    orientation: 'landscape',
    fitToWidth: 1,
    fitToHeight: 0,
  });
  expect(sheet.headerFooter.oddFooter).toContain('第 &P 页，共 &N 页');
  expect(sheet.headerFooter.oddHeader).toContain('沈岚 2026-11-21 10:22 && 内部');
  expect(sheet.getCell('A5').value).toBe('经办人：');
  expect(sheet.getCell('A6').value).toBe('沈岚 2026-11-21 10:22 & 内部');
});

test('numbers are numbers, days are days, phones and long numbers are text', async () => {
  const sheet = await readByExceljs(
    await written([
      { cells: ['王秀兰', '13800001111', 3, '2026-11-01 08:30:00'] },
      { cells: ['甲', '0826081308493182401', '8260813084931824', 'soon'] },
    ]),
  );
  expect(sheet.getCell('B4')).toMatchObject({ value: '13800001111', numFmt: '@' });
  expect(sheet.getCell('C4').value).toBe(3);
  expect(sheet.getCell('D4').value).toEqual(new Date('2026-11-01T08:30:00Z'));
  expect(sheet.getCell('B5').value).toBe('0826081308493182401');
  expect(sheet.getCell('C5').value).toBe('8260813084931824');
  expect(sheet.getCell('D5').value).toBe('soon');
});

test.each(["=cmd|'/C calc'!A0", '+1+1', '-1', '@SUM(A1)', '\t=1', '＝1'])(
  '%j is written as text',
  async (typed) => {
    const path = await written([{ cells: [typed, typed, typed, typed] }]);
    const sheet = await readByExceljs(path);
    for (const place of ['A4', 'B4', 'D4']) {
      expect(sheet.getCell(place).formula).toBeUndefined();
      expect(sheet.getCell(place).value).toBe(typed);
      expect(sheet.getCell(place).numFmt).toBe('@');
    }
  },
);

test('marks, line ends, control characters and halved characters do not break the file', async () => {
  const path = await written([{ cells: ['<a>&"b"\n第二行', '\u0000\u0001x\ud800', null, ''] }]);
  const [row] = (await allRows(path)).filter(({ number }) => number === 4);
  expect(row?.cells).toEqual(['<a>&"b"\n第二行', 'x\ufffd']);
});

test('faults are red', async () => {
  const sheet = await readByExceljs(await written([{ cells: ['王', '1.38E+10'], faults: new Set([1]) }]));
  expect(sheet.getCell('B4').fill).toMatchObject({ fgColor: { argb: 'FFFCD9D7' } });
  expect(sheet.getCell('A4').fill).not.toMatchObject({ fgColor: { argb: 'FFFCD9D7' } });
});

test('the same rows make the same bytes', async () => {
  const bytes = async () => {
    const chunks: Buffer[] = [];
    const sink = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        chunks.push(chunk);
        done();
      },
    });
    await writeSheet(sink, content([{ cells: ['王秀兰'] }]));
    return Buffer.concat(chunks);
  };
  expect(await bytes()).toEqual(await bytes());
});

describe('50,000 rows', () => {
  const total = 50_000;

  /** Rows drawn from the source and not yet passed through the file tell how much is held in memory. */
  async function* people(drawn: { rows: number }): AsyncGenerator<WrittenRow> {
    for (let row = 1; row <= total; row++) {
      drawn.rows = row;
      yield { cells: [`居民${row}`, `139${String(row).padStart(8, '0')}`, row % 7, '2026-11-01'] };
    }
  }

  test('are written only as fast as they are taken', async () => {
    const drawn = { rows: 0 };
    let chunks = 0;
    let rowsAtThirdChunk = 0;
    let release: (() => void) | undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const reader = new Writable({
      highWaterMark: 1_024,
      write: (_chunk, _encoding, done) => {
        chunks += 1;
        if (chunks !== 3) return done();
        // A reader that stops: nothing may be drawn for it beyond the small buffers in between.
        setImmediate(async () => {
          let before = -1;
          while (before !== drawn.rows) {
            before = drawn.rows;
            for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
          }
          rowsAtThirdChunk = drawn.rows;
          release?.();
          done();
        });
      },
    });
    const finished = writeSheet(reader, content(people(drawn)));
    await held;
    await finished;
    expect(drawn.rows).toBe(total);
    expect(rowsAtThirdChunk).toBeLessThan(total / 4);
  });

  test('are read in small portions, each value intact', async () => {
    const path = folder.path('large.xlsx');
    await writeSheet(createWriteStream(path), content(people({ rows: 0 })));
    const { openSheet } = await import('./open.ts');
    const opened = await openSheet(path, 'large.xlsx');
    let count = 0;
    for await (const row of opened.rows()) {
      if (row.cells[1]?.startsWith('139')) count += 1;
      if (row.number === 40_003) expect(row.cells).toEqual(['居民40000', '13900040000', '2', '2026-11-01']);
    }
    await opened.close();
    expect(count).toBe(total);
  });
});
