import { lazyPage, type PageEntry } from '#web/lib/router.ts';
import { coverageWords } from './words.ts';

/** What the desk lists in its routes. */
export const coveragePages: readonly PageEntry[] = [
  {
    path: '/coverage',
    component: lazyPage(() => import('./CoveragePage.tsx'), 'CoveragePage'),
    menu: { group: 'posts', word: coverageWords.title, permission: 'post.read' },
  },
  {
    path: '/coverage/entrances',
    component: lazyPage(() => import('./UncoveredListPage.tsx'), 'UncoveredListPage'),
  },
];
