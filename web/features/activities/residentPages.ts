import { lazyPage, type PageEntry } from '#web/lib/router.ts';
import { activityPaths as paths } from './paths.ts';

/** Pages of activities in the resident shell; the page of one is composed by the shell, which knows the family page. */
export const activityResidentPages: readonly PageEntry[] = [
  { path: paths.list, component: lazyPage(() => import('./BrowsePage.tsx'), 'BrowsePage') },
  { path: paths.mine, component: lazyPage(() => import('./MySignUpsPage.tsx'), 'MySignUpsPage') },
  { path: paths.draw, component: lazyPage(() => import('./DrawPage.tsx'), 'DrawPage') },
  { path: paths.school, component: lazyPage(() => import('./practice/SchoolPage.tsx'), 'SchoolPage') },
];
