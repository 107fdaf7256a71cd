import { lazyPage, type PageEntry } from '#web/lib/router.ts';
import { deskCallWords, deskDutyWords } from './words.ts';

/** Addresses of calls on the phones. */
export const callPaths = {
  one: '/calls/$callId',
  skills: '/call-skills',
  field: '/duty',
} as const;

export const residentCallPages: readonly PageEntry[] = [
  { path: callPaths.one, component: lazyPage(() => import('./MyCallPage.tsx'), 'MyCallPage') },
  { path: callPaths.skills, component: lazyPage(() => import('./SkillsPage.tsx'), 'SkillsPage') },
];

export const fieldCallPages: readonly PageEntry[] = [
  { path: callPaths.field, component: lazyPage(() => import('./FieldCallsPage.tsx'), 'FieldCallsPage') },
];

export const deskCallPages: readonly PageEntry[] = [
  {
    path: '/calls',
    component: lazyPage(() => import('./CallsListPage.tsx'), 'CallsListPage'),
    menu: { group: 'activities', word: deskCallWords.title, permission: 'activity.read' },
  },
  {
    path: '/duty-shifts',
    component: lazyPage(() => import('./DutyShiftsPage.tsx'), 'DutyShiftsPage'),
    menu: { group: 'activities', word: deskDutyWords.title, permission: 'activity.read' },
  },
];
