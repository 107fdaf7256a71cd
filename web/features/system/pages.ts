import { lazyPage, type PageEntry } from '#web/lib/router.ts';
import { calendarWords, systemWords } from './words.ts';

export const systemPages: readonly PageEntry[] = [
  {
    path: '/calendar',
    component: lazyPage(() => import('./CalendarPage.tsx'), 'CalendarPage'),
    menu: { group: 'system', word: calendarWords.title, permission: 'calendar.edit' },
  },
  {
    path: '/system',
    component: lazyPage(() => import('./SystemPage.tsx'), 'SystemPage'),
    menu: { group: 'system', word: systemWords.title, permission: 'system.read' },
  },
];
