import { lazyPage, type PageEntry } from '#web/lib/router.ts';
import { approvalWords, exportWords, importWords } from './words.ts';

/** What the desk lists in its routes: import wizard, own exports, consent to exports. */
export const importPages: readonly PageEntry[] = [
  {
    path: '/imports',
    component: lazyPage(() => import('./ImportsPage.tsx'), 'ImportsPage'),
    menu: { group: 'exchange', word: importWords.title, permission: 'data.import' },
  },
  { path: '/imports/$importId', component: lazyPage(() => import('./ImportPage.tsx'), 'ImportPage') },
  {
    path: '/exports',
    component: lazyPage(() => import('./ExportsPage.tsx'), 'ExportsPage'),
    menu: { group: 'exchange', word: exportWords.title, permission: 'data.export' },
  },
  {
    path: '/export-approvals',
    component: lazyPage(() => import('./ExportApprovalsPage.tsx'), 'ExportApprovalsPage'),
    menu: { group: 'exchange', word: approvalWords.title, permission: 'export.approve' },
  },
];
