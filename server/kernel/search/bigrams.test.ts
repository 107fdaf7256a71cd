import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bigrams, grams, searchText } from './bigrams.ts';

test('text is folded: width, blanks and case do not tell apart', () => {
  expect(searchText(' Ａ座 ３ 号楼 ')).toBe('a座3号楼');
});

test('pairs of neighbours, each once; one character is its own pair', () => {
  expect(bigrams('张三')).toEqual(['张三']);
  expect(bigrams('号楼号楼')).toEqual(['号楼', '楼号']);
  expect(bigrams('张')).toEqual(['张']);
  expect(bigrams(' ')).toEqual([]);
});

test('names are found by one character too', () => {
  expect(grams('欧阳')).toEqual(['欧阳', '欧', '阳']);
});

test('whatever part of a text is asked for, the pairs of the part are among its own', () => {
  const text = fc.string({
    unit: fc.constantFrom(...'北苑街道3号楼２单元 aA甲乙'),
    minLength: 1,
    maxLength: 30,
  });
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (whole, from, length) => {
      const folded = searchText(whole);
      const start = from % (folded.length + 1);
      const part = folded.slice(start, start + 2 + (length % 8));
      if (part.length < 2) return;
      const known = new Set(bigrams(whole));
      expect(bigrams(part).filter((pair) => !known.has(pair))).toEqual([]);
    }),
    { numRuns: 300, seed: 3 },
  );
});
