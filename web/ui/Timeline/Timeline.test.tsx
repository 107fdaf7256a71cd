import { expect, test } from 'vitest';
import { htmlOf } from '../testing.tsx';
import { timelineExamples as examples } from './Timeline.examples.tsx';

test('a public reply is marked, the other entries are not', () => {
  const html = htmlOf(examples['a repair']);
  expect(html.split('jia-timeline-reply').length - 1).toBe(1);
  expect(html.indexOf('jia-timeline-reply')).toBeLessThan(html.indexOf('您反映的灯'));
});

test('entries stay in the order they are handed in', () => {
  const times = [...htmlOf(examples['a repair']).matchAll(/timeline-time">([\d:]+)/g)].map(
    ([, time]) => time,
  );
  expect(times).toEqual(['11:50', '10:40', '10:22']);
});
