import { lazyPage, type PageEntry } from '#web/lib/router.ts';
import { activityDeskWords } from './desk/words.ts';

export const activityPages: readonly PageEntry[] = [
  {
    path: '/activities',
    component: lazyPage(() => import('./desk/ActivitiesListPage.tsx'), 'ActivitiesListPage'),
    menu: { group: 'activities', word: activityDeskWords.title, permission: 'activity.read' },
  },
  {
    path: '/activities/$activityId',
    component: lazyPage(() => import('./desk/ActivityPage.tsx'), 'ActivityPage'),
  },
];
