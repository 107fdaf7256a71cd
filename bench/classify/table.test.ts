import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { readTable, writePredictions } from './table.ts';

const folder = mkdtempSync(join(tmpdir(), 'jia-table-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const csv = 'id,text,label\n1,"停车难，\n没地方停",停车\n2,"他说""不管""",物业\n';

describe('the files of a text bench', () => {
  it('reads by header, plain or gzip, with newlines and quotes inside a cell', () => {
    writeFileSync(join(folder, 'a.csv'), `\uFEFF${csv}`);
    writeFileSync(join(folder, 'a.csv.gz'), gzipSync(csv));
    const expected = [
      { id: '1', text: '停车难，\n没地方停', label: '停车' },
      { id: '2', text: '他说"不管"', label: '物业' },
    ];
    expect(readTable(join(folder, 'a.csv'), ['id', 'text'])).toEqual(expected);
    expect(readTable(join(folder, 'a.csv.gz'), ['id', 'text'])).toEqual(expected);
  });

  it('says which column is missing, and that a file is empty', () => {
    expect(() => readTable(join(folder, 'a.csv'), ['reply'])).toThrow('no column "reply"');
    writeFileSync(join(folder, 'empty.csv'), 'id,text\n');
    expect(() => readTable(join(folder, 'empty.csv'), ['id'])).toThrow('no rows');
  });

  it('writes what it can read again', () => {
    const path = join(folder, 'out.csv');
    writePredictions(path, [{ id: 'a,"b"', label: '停车', confidence: 0.91239 }]);
    expect(readTable(path, ['id'])).toEqual([{ id: 'a,"b"', label: '停车', confidence: '0.9124' }]);
    expect(readFileSync(path, 'utf8').startsWith('id,label,confidence\n')).toBe(true);
  });
});
