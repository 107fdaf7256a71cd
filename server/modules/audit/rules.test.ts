import { expect, test } from 'vitest';
import { csvLine } from './rules.ts';

test.each<[(string | number | null)[], string]>([
  [['一', 2, null], '一,2,'],
  [['a,b', 'say "yes"'], '"a,b","say ""yes"""'],
  [['=cmd', '+1', '-1', '@x', '\tx'], "'=cmd,'+1,'-1,'@x,'\tx"],
  [[-1], '-1'],
  [['first\nsecond'], '"first\nsecond"'],
])('%j becomes %s', (cells, line) => expect(csvLine(cells)).toBe(`${line}\r\n`));
