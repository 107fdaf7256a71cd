import { expect, it } from 'vitest';
import { calendarFile } from './calendarFile.ts';

const entry = {
  id: 's1',
  title: '等灯等灯, 周末专场',
  place: '万达路口',
  note: '带水\n未满8岁须家长陪同；'.repeat(6),
  startsAt: '2026-11-28T01:00:00.000Z',
  endsAt: '2026-11-28T02:30:00.000Z',
  madeAt: new Date('2026-11-21T02:00:00.000Z'),
};

it('says the hours of Beijing, escapes what has a meaning, and ends lines as the standard wants', () => {
  const text = calendarFile(entry);
  expect(text).toContain('DTSTART;TZID=Asia/Shanghai:20261128T090000\r\n');
  expect(text).toContain('DTEND;TZID=Asia/Shanghai:20261128T103000\r\n');
  expect(text).toContain('SUMMARY:等灯等灯\\, 周末专场\r\n');
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

it('folds by bytes, never inside a character, and unfolds to the same', () => {
  const text = calendarFile(entry);
  for (const line of text.split('\r\n'))
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  expect(text).not.toContain('\uFFFD');
  const unfolded = text.replaceAll('\r\n ', '');
  expect(unfolded).toContain('带水\\n未满8岁须家长陪同；带水');
});
