import { lazyPage, type PageEntry } from '#web/lib/router.ts';
import { accountsWords, postWords } from './words.ts';

/** Registers of the desk; signing in and the own account belong to the shells. */
export const identityPages: readonly PageEntry[] = [
  {
    path: '/posts',
    component: lazyPage(() => import('./PostsListPage.tsx'), 'PostsListPage'),
    menu: { group: 'posts', word: postWords.title, permission: 'post.read' },
  },
  {
    path: '/accounts',
    component: lazyPage(() => import('./AccountsListPage.tsx'), 'AccountsListPage'),
    menu: { group: 'system', word: accountsWords.title, permission: 'account.manage' },
  },
];
