import { lazyPage, type PageEntry } from '#web/lib/router.ts';
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
    component: lazyPage(() => import('./CasesListPage.tsx'), 'CallbackListPage'),
    menu: { group: 'cases', word: words.callback, permission: 'case.confirm' },
  },
  {
    path: '/cases',
    component: lazyPage(() => import('./CasesListPage.tsx'), 'CasesListPage'),
    menu: { group: 'cases', word: words.register, permission: 'case.read' },
  },
  { path: '/cases/$caseId', component: lazyPage(() => import('./CasePage.tsx'), 'CasePage') },
];
