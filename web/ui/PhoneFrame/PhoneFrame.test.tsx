import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { TabEntry } from '../TabBar/TabBar.tsx';
import { PhoneFrame } from './PhoneFrame.tsx';

const two: TabEntry[] = [
  { path: '/', word: '首页', icon: 'home' },
  { path: '/mine', word: '我的', icon: 'person' },
];

const frame = (tabs: TabEntry[], hasTabs: boolean, waiting = 0) =>
  renderToStaticMarkup(
    <PhoneFrame tabs={tabs} current="/" hasTabs={hasTabs} waiting={waiting} link={(entry) => entry.word}>
      页
    </PhoneFrame>,
  );

test('a shell with one place needs no bar', () => {
  expect(frame(two, true)).toContain('<nav');
  expect(frame(two.slice(0, 1), true)).not.toContain('<nav');
  expect(frame(two, false)).not.toContain('<nav');
});

test('what waits to be sent is told', () => {
  expect(frame(two, true, 2)).toContain('2 件待发送，联网后自动发出');
  expect(frame(two, true, 0)).not.toContain('待发送');
});
