import { lazyPage, type PageEntry } from '#web/lib/router.ts';
import { open311Words } from './words.ts';

export const open311Pages: readonly PageEntry[] = [
  {
    path: '/open311',
    component: lazyPage(() => import('./KeysPage.tsx'), 'KeysPage'),
    menu: { group: 'system', word: open311Words.title, permission: 'open311.manage' },
  },
];
