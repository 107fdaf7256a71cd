import { lazyPage, type PageEntry } from '#web/lib/router.ts';
import { importBoundaryWords } from './words.ts';

/** What the desk lists in its routes, besides the list itself, which the shell composes. */
export const territoryPages: readonly PageEntry[] = [
  {
    path: '/areas/boundaries',
    component: lazyPage(() => import('./ImportBoundariesPage.tsx'), 'ImportBoundariesPage'),
    menu: { group: 'data', word: importBoundaryWords.title, permission: 'area.edit' },
  },
  { path: '/areas/$areaId', component: lazyPage(() => import('./AreaPage.tsx'), 'AreaPage') },
  { path: '/areas/$areaId/sheet', component: lazyPage(() => import('./SheetPage.tsx'), 'SheetPage') },
];
