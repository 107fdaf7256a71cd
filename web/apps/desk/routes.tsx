import { activityPages } from '#web/features/activities/pages.ts';
import { deskAttendancePages, ledgerMenu } from '#web/features/attendance/pages.ts';
import { attendancePaths } from '#web/features/attendance/paths.ts';
import { auditPages } from '#web/features/audit/pages.ts';
import { deskCallPages } from '#web/features/calls/pages.ts';
import { directoryWords, dutyWords } from '#web/features/cases/duty/words.ts';
import { ledgersWords } from '#web/features/cases/ledgers/words.ts';
import { casePages } from '#web/features/cases/pages.ts';
import { deskWords as caseDeskWords } from '#web/features/cases/words.ts';
import { coveragePages } from '#web/features/coverage/pages.ts';
import { familyPages } from '#web/features/families/pages.ts';
import { identityPages } from '#web/features/identity/pages.ts';
import { importPages } from '#web/features/imports/pages.ts';
import { deskHelpPages } from '#web/features/mutualhelp/pages.ts';
import { deskNotificationPages } from '#web/features/notifications/pages.ts';
import { open311Pages } from '#web/features/open311/pages.ts';
import { organisationMenu, organisationPages, organisationPaths } from '#web/features/organisations/pages.ts';
import { householdsMenu, peoplePages, peoplePaths, personsMenu } from '#web/features/people/pages.ts';
import { deskPointsPages } from '#web/features/points/pages.ts';
import { deskRedemptionPages } from '#web/features/redemption/pages.ts';
import { systemPages } from '#web/features/system/pages.ts';
import { territoryPages } from '#web/features/territory/pages.ts';
import { areasWords } from '#web/features/territory/words.ts';
import { lazyPage, type PageEntry } from '#web/lib/router.ts';
import { deskPaths as paths } from './paths.ts';
import { deskWords as words } from './words.ts';

/**
 * Pages of the desk. A feature adds lines here: `menu.group` is a place of menu.ts, and the permission decides
 * who sees the entry. Pages without `menu` are reached from others.
 */
export const deskPages: readonly PageEntry[] = [
  {
    path: paths.account,
    component: lazyPage(() => import('./AccountPage.tsx'), 'AccountPage'),
    menu: { group: 'account', word: words.account },
  },
  {
    path: '/areas',
    component: lazyPage(() => import('./AreasRegister.tsx'), 'AreasRegister'),
    menu: { group: 'data', word: areasWords.title, permission: 'area.read' },
  },
  ...casePages,
  {
    path: '/duty-list',
    component: lazyPage(() => import('./DutyRegister.tsx'), 'DutyRegister'),
    menu: { group: 'cases', word: dutyWords.title, permission: 'case.read' },
  },
  {
    path: '/dispatch-directory',
    component: lazyPage(() => import('./DutyRegister.tsx'), 'DirectoryRegister'),
    menu: { group: 'cases', word: directoryWords.title, permission: 'case.read' },
  },
  {
    path: '/cases',
    component: lazyPage(() => import('./CasesRegister.tsx'), 'CasesRegister'),
    menu: { group: 'cases', word: caseDeskWords.register, permission: 'case.read' },
  },
  {
    path: '/case-ledgers',
    component: lazyPage(() => import('./LedgersRegister.tsx'), 'LedgersRegister'),
    menu: { group: 'cases', word: ledgersWords.title, permission: 'case.read' },
  },
  ...activityPages,
  ...familyPages,
  ...territoryPages,
  ...coveragePages,
  {
    path: organisationPaths.list,
    component: lazyPage(() => import('./OrganisationsRegister.tsx'), 'OrganisationsRegister'),
    menu: organisationMenu,
  },
  ...organisationPages,
  {
    path: peoplePaths.persons,
    component: lazyPage(() => import('./ResidentsRegister.tsx'), 'ResidentsRegister'),
    menu: personsMenu,
  },
  {
    path: peoplePaths.households,
    component: lazyPage(() => import('./HouseholdsRegister.tsx'), 'HouseholdsRegister'),
    menu: householdsMenu,
  },
  ...peoplePages,
  ...deskPointsPages,
  {
    path: '/points-accounts/$accountId',
    component: lazyPage(() => import('./PointsAccount.tsx'), 'PointsAccount'),
  },
  ...identityPages,
  ...importPages,
  ...auditPages,
  {
    path: attendancePaths.ledger,
    component: lazyPage(() => import('./HoursRegister.tsx'), 'HoursRegister'),
    menu: ledgerMenu,
  },
  ...deskAttendancePages,
  ...systemPages,
  ...open311Pages,
  ...deskNotificationPages,
  ...deskHelpPages,
  ...deskRedemptionPages,
  ...deskCallPages,
  { path: paths.examples, component: lazyPage(() => import('./ExamplesPage.tsx'), 'ExamplesPage') },
];
