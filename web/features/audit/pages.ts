import { lazyPage, type PageEntry } from '#web/lib/router.ts';
import { auditWords as words } from './words.ts';

export const auditPages: readonly PageEntry[] = [
  {
    path: '/audit',
    component: lazyPage(() => import('./AuditListPage.tsx'), 'AuditListPage'),
    menu: { group: 'audit', word: words.title, permission: 'audit.read' },
  },
  {
    path: '/audit-access',
    component: lazyPage(() => import('./PersonalAccessPage.tsx'), 'PersonalAccessPage'),
    menu: { group: 'audit', word: words.accessTitle, permission: 'audit.read' },
  },
  {
    path: '/audit-chain',
    component: lazyPage(() => import('./ChainPage.tsx'), 'ChainPage'),
    menu: { group: 'audit', word: words.chainTitle, permission: 'audit.read' },
  },
];
