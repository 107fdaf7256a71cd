import { lazyPage, type PageEntry } from '#web/lib/router.ts';
import { familiesDeskWords } from './words.ts';

export const familyPages: readonly PageEntry[] = [
  {
    path: '/families',
    component: lazyPage(() => import('./FamiliesListPage.tsx'), 'FamiliesListPage'),
    menu: { group: 'activities', word: familiesDeskWords.title, permission: 'activity.read' },
  },
];
