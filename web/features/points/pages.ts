import { lazyPage, type PageEntry } from '#web/lib/router.ts';
import { deskWords as words } from './words.ts';

/** Open to everybody (积分规则公示). */
export const pointsRulesPath = '/points/rules';

/** Pages of the phone beside the first one, which the shell composes. */
export const phonePointsPages: readonly PageEntry[] = [
  { path: '/points/statement', component: lazyPage(() => import('./StatementPage.tsx'), 'StatementPage') },
  { path: pointsRulesPath, component: lazyPage(() => import('./RulesPage.tsx'), 'RulesPage') },
  { path: '/points/board', component: lazyPage(() => import('./BoardPage.tsx'), 'BoardPage') },
  { path: '/points/notice', component: lazyPage(() => import('./NoticePage.tsx'), 'NoticePage') },
];

const menu = (word: string) => ({ group: 'points', word, permission: 'points.read' }) as const;

export const deskPointsPages: readonly PageEntry[] = [
  {
    path: '/points',
    component: lazyPage(() => import('./office/MonthsPage.tsx'), 'MonthsPage'),
    menu: menu(words.months.title),
  },
  {
    path: '/points-accounts',
    component: lazyPage(() => import('./office/AccountsPage.tsx'), 'AccountsPage'),
    menu: menu(words.accounts.title),
  },
  {
    path: '/points-requests',
    component: lazyPage(() => import('./office/RequestsPage.tsx'), 'RequestsPage'),
    menu: menu(words.requests.title),
  },
  {
    path: '/points-objections',
    component: lazyPage(() => import('./office/ObjectionsPage.tsx'), 'ObjectionsPage'),
    menu: menu(words.objections.title),
  },
  {
    path: '/points-rules',
    component: lazyPage(() => import('./office/RulesListPage.tsx'), 'RulesListPage'),
    menu: menu(words.rules.title),
  },
  {
    path: '/points-programmes',
    component: lazyPage(() => import('./office/ProgrammesPage.tsx'), 'ProgrammesPage'),
    menu: menu(words.programmes.title),
  },
];
