import { lazyPage, type PageEntry } from '#web/lib/router.ts';
import {
  hoursObjectionWords,
  ledgerWords,
  requestsWords,
  rulesWords,
  spotCheckWords,
} from './office/words.ts';
import { attendancePaths as paths } from './paths.ts';

/** On the resident's phone. */
export const phoneAttendancePages: readonly PageEntry[] = [
  { path: paths.checkIn, component: lazyPage(() => import('./CheckInPage.tsx'), 'CheckInPage') },
  { path: paths.memberCode, component: lazyPage(() => import('./MemberCodePage.tsx'), 'MemberCodePage') },
  { path: paths.hours, component: lazyPage(() => import('./MyHoursPage.tsx'), 'MyHoursPage') },
  { path: paths.notice, component: lazyPage(() => import('./HoursNoticePages.tsx'), 'HoursNoticePage') },
  { path: paths.certificate, component: lazyPage(() => import('./CertificatePage.tsx'), 'CertificatePage') },
];

/** Duty at the venue. */
export const fieldAttendancePages: readonly PageEntry[] = [
  { path: paths.venues, component: lazyPage(() => import('./venue/VenuesPage.tsx'), 'VenuesPage') },
  { path: paths.venue, component: lazyPage(() => import('./venue/VenuePage.tsx'), 'VenuePage') },
];

export const ledgerMenu = {
  group: 'hours',
  word: ledgerWords.title,
  permission: 'activity.read',
} as const;

/** At the desk; the ledger itself is composed by the shell with its export. */
export const deskAttendancePages: readonly PageEntry[] = [
  {
    path: paths.requests,
    component: lazyPage(() => import('./office/HourRequestsPage.tsx'), 'HourRequestsPage'),
    menu: { group: 'hours', word: requestsWords.title, permission: 'activity.read' },
  },
  {
    path: paths.spotCheck,
    component: lazyPage(() => import('./office/SpotCheckPage.tsx'), 'SpotCheckPage'),
    menu: { group: 'hours', word: spotCheckWords.title, permission: 'activity.read' },
  },
  {
    path: paths.objections,
    component: lazyPage(() => import('./office/HoursObjectionsPage.tsx'), 'HoursObjectionsPage'),
    menu: { group: 'hours', word: hoursObjectionWords.title, permission: 'activity.read' },
  },
  {
    path: paths.rules,
    component: lazyPage(() => import('./office/HoursRulesPage.tsx'), 'HoursRulesPage'),
    menu: { group: 'hours', word: rulesWords.title, permission: 'activity.read' },
  },
];
