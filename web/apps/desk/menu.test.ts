import { expect, test } from 'vitest';
import type { PageEntry } from '#web/lib/router.ts';
import { deskMenu } from './menu.ts';

const page = (path: string, menu?: PageEntry['menu']): PageEntry => ({
  path,
  component: () => null,
  ...(menu && { menu }),
});

const pages = [
  page('/audit', { group: 'audit', word: '审计', permission: 'audit.read' }),
  page('/persons', { group: 'data', word: '居民', permission: 'person.read' }),
  page('/areas', { group: 'data', word: '网格与楼门', permission: 'area.read' }),
  page('/account', { group: 'account', word: '我的账号' }),
  page('/persons/$personId'),
];

test('a place shows only while one of its pages may be opened', () => {
  const menu = deskMenu(pages, (permission) => permission !== 'audit.read');
  expect(menu.map((entry) => entry.word)).toEqual(['基础数据', '账号']);
});

test('a place opens on the first page that the person may open', () => {
  const menu = deskMenu(pages, (permission) => permission === undefined || permission === 'area.read');
  expect(menu[0]).toMatchObject({ path: '/areas', pages: [{ path: '/areas', word: '网格与楼门' }] });
});
