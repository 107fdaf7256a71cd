import { expect, test } from 'vitest';
import { type DiffPart, editsIn, textDiff } from './textDiff.ts';

const side = (parts: readonly DiffPart[], without: DiffPart['kind']) =>
  parts
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');

const pairs: readonly (readonly [string, string, number])[] = [
  ['近期恢复照明', '近期恢复照明', 0],
  ['已更换灯头，近期恢复照明。', '已更换灯头，当天11:50恢复照明，并检查了全楼12盏。', 2],
  ['', '已修好', 1],
  ['已修好', '', 1],
  ['甲乙丙', '子丑寅', 1],
  ['👍好', '👌好', 1],
];

test.each(pairs)(
  '%s → %s differs in its places, and both sides can be read again',
  (before, after, places) => {
    const parts = textDiff(before, after);
    expect(side(parts, 'in')).toBe(before);
    expect(side(parts, 'out')).toBe(after);
    expect(editsIn(before, after)).toBe(places);
  },
);

test('what was taken out stands before what replaced it', () => {
  expect(textDiff('近期恢复', '当天恢复')).toEqual([
    { kind: 'out', text: '近期' },
    { kind: 'in', text: '当天' },
    { kind: 'same', text: '恢复' },
  ]);
});

test('two long answers that share nothing end quickly', () => {
  const parts = textDiff('甲'.repeat(4000), '乙'.repeat(4000));
  expect(parts.map(({ kind }) => kind)).toEqual(['out', 'in']);
});
