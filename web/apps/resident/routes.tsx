import { activityPaths } from '#web/features/activities/paths.ts';
import { activityResidentPages } from '#web/features/activities/residentPages.ts';
import { phoneAttendancePages } from '#web/features/attendance/pages.ts';
import { residentCallPages } from '#web/features/calls/pages.ts';
import { phoneHelpPages } from '#web/features/mutualhelp/pages.ts';
import { phoneInboxPages } from '#web/features/notifications/pages.ts';
import { phonePointsPages } from '#web/features/points/pages.ts';
import { phoneRedemptionPages } from '#web/features/redemption/pages.ts';
import { lazyPage, type PageEntry } from '#web/lib/router.ts';
import type { TabEntry } from '#web/ui/TabBar/TabBar.tsx';
import { residentPaths as paths } from './paths.ts';
import { ResidentHomePage } from './ResidentHomePage.tsx';
import { residentWords as words } from './words.ts';

/** Pages of the resident shell. A feature adds a line here, fetched when first opened. */
export const residentPages: readonly PageEntry[] = [
  ...phoneInboxPages,
  ...activityResidentPages,
  { path: activityPaths.one, component: lazyPage(() => import('./ActivityPage.tsx'), 'ActivityPage') },
  ...phoneAttendancePages,
  ...phoneHelpPages,
  ...phoneRedemptionPages,
  ...residentCallPages,
  ...phonePointsPages,
  { path: paths.points, component: lazyPage(() => import('./PointsPage.tsx'), 'PointsPage') },
  { path: paths.home, component: ResidentHomePage },
  { path: paths.report, component: lazyPage(() => import('./casePages.tsx'), 'ReportPage') },
  { path: paths.property, component: lazyPage(() => import('./casePages.tsx'), 'PropertyRequestPage') },
  { path: paths.enterprise, component: lazyPage(() => import('./casePages.tsx'), 'EnterpriseDemandPage') },
  { path: paths.ask, component: lazyPage(() => import('./casePages.tsx'), 'AskPage') },
  { path: paths.myCases, component: lazyPage(() => import('./casePages.tsx'), 'MyCasesPage') },
  { path: paths.myCase, component: lazyPage(() => import('./casePages.tsx'), 'MyCasePage') },
  { path: paths.rate, component: lazyPage(() => import('./casePages.tsx'), 'RatingPage') },
  { path: paths.track, component: lazyPage(() => import('./casePages.tsx'), 'TrackPage') },
  {
    path: paths.family,
    component: lazyPage(() => import('#web/features/families/FamilyPage.tsx'), 'FamilyPage'),
  },
  { path: paths.community, component: lazyPage(() => import('./CommunityPage.tsx'), 'CommunityPage') },
  { path: paths.mine, component: lazyPage(() => import('./MinePage.tsx'), 'MinePage') },
  {
    path: paths.myData,
    component: lazyPage(() => import('#web/features/people/MyDataPage.tsx'), 'MyDataPage'),
  },
];

/** Bottom places: three to five, only such as work. */
export const residentTabs: readonly TabEntry[] = [
  { path: paths.home, word: words.tabs.home, icon: 'home' },
  { path: activityPaths.list, word: words.tabs.activities, icon: 'calendar' },
  { path: paths.report, word: words.tabs.report, icon: 'plus', isCentre: true },
  { path: paths.community, word: words.tabs.community, icon: 'community' },
  { path: paths.mine, word: words.tabs.mine, icon: 'person' },
];
