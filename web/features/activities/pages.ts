import { lazyPage, type PageEntry } from '#web/lib/router.ts';
import { activityDeskWords, programmeWords } from './desk/words.ts';
import { groupWords, practiceWords } from './practice/words.ts';

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
  {
    path: '/activities/$activityId/poster',
    component: lazyPage(() => import('./desk/PosterPage.tsx'), 'PosterPage'),
  },
  {
    path: '/programmes',
    component: lazyPage(() => import('./desk/ProgrammesPage.tsx'), 'ProgrammesPage'),
    menu: { group: 'activities', word: programmeWords.title, permission: 'activity.read' },
  },
  {
    path: '/practice-lists',
    component: lazyPage(() => import('./practice/PracticePage.tsx'), 'PracticePage'),
    menu: { group: 'activities', word: practiceWords.title, permission: 'activity.read' },
  },
  {
    path: '/practice-lists/$listId/sheet',
    component: lazyPage(() => import('./practice/PracticeSheet.tsx'), 'PracticeSheet'),
  },
  {
    path: '/groups',
    component: lazyPage(() => import('./practice/GroupsPage.tsx'), 'GroupsPage'),
    menu: { group: 'activities', word: groupWords.title, permission: 'activity.read' },
  },
];
