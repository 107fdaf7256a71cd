import { lazyPage, type PageEntry } from '#web/lib/router.ts';
import { suspendedWords } from './ledgers/words.ts';
import { ratesWords } from './rates/words.ts';
import { deskWords as words } from './words.ts';

/** What the desk lists in its routes; the permission decides who sees which. */
export const casePages: readonly PageEntry[] = [
  {
    path: '/dispatch',
    component: lazyPage(() => import('./desk/DispatchDeskPage.tsx'), 'DispatchDeskPage'),
    menu: { group: 'cases', word: words.dispatch, permission: 'case.dispatch' },
  },
  {
    path: '/paste',
    component: lazyPage(() => import('./paste/PastePage.tsx'), 'PastePage'),
    menu: { group: 'cases', word: words.paste, permission: 'case.intake' },
  },
  {
    path: '/case-review',
    component: lazyPage(() => import('./ReviewPage.tsx'), 'ReviewPage'),
    menu: { group: 'cases', word: words.review, permission: 'case.review' },
  },
  {
    path: '/callbacks',
    component: lazyPage(() => import('./callback/CallbackPage.tsx'), 'CallbackPage'),
    menu: { group: 'cases', word: words.callback, permission: 'case.confirm' },
  },
  {
    path: '/case-rates',
    component: lazyPage(() => import('./rates/RatesPage.tsx'), 'RatesPage'),
    menu: { group: 'cases', word: ratesWords.title, permission: 'case.read' },
  },
  {
    path: '/case-suspensions',
    component: lazyPage(() => import('./ledgers/SuspendedPage.tsx'), 'SuspendedPage'),
    menu: { group: 'cases', word: suspendedWords.title, permission: 'case.read' },
  },
  { path: '/case-sheets', component: lazyPage(() => import('./sheet/SheetsPage.tsx'), 'SheetsPage') },
  { path: '/cases/$caseId', component: lazyPage(() => import('./CasePage.tsx'), 'CasePage') },
];
