import type { Permission } from '#contract/permissions.ts';
import { fieldAttendancePages } from '#web/features/attendance/pages.ts';
import { fieldCallPages } from '#web/features/calls/pages.ts';
import { checkWords, findWords, todayWords } from '#web/features/cases/field/words.ts';
import { myEntrancesWords } from '#web/features/coverage/words.ts';
import { phoneInboxPages } from '#web/features/notifications/pages.ts';
import { fieldWords as peopleWords } from '#web/features/people/words.ts';
import { lazyPage, type PageEntry } from '#web/lib/router.ts';
import type { TabEntry } from '#web/ui/TabBar/TabBar.tsx';
import { MinePage } from './MinePage.tsx';
import { fieldPaths as paths } from './paths.ts';
import { fieldWords as words } from './words.ts';

/** Pages of the field shell. A feature adds a line here, fetched when first opened. */
export const fieldPages: readonly PageEntry[] = [
  { path: paths.today, component: lazyPage(() => import('./TodayPage.tsx'), 'TodayPage') },
  { path: paths.cases, component: lazyPage(() => import('./TodayPage.tsx'), 'CasesPage') },
  {
    path: paths.case,
    component: lazyPage(() => import('#web/features/cases/field/FieldCasePage.tsx'), 'FieldCasePage'),
  },
  { path: paths.find, component: lazyPage(() => import('./FindPage.tsx'), 'FindPage') },
  {
    path: paths.paste,
    component: lazyPage(() => import('#web/features/cases/paste/FieldPastePage.tsx'), 'FieldPastePage'),
  },
  {
    path: paths.checks,
    component: lazyPage(() => import('#web/features/cases/field/ChecksPage.tsx'), 'ChecksPage'),
  },
  {
    path: paths.entrances,
    component: lazyPage(() => import('./EntrancesPage.tsx'), 'EntrancesPage'),
  },
  {
    path: paths.households,
    component: lazyPage(() => import('#web/features/people/FieldHouseholdsPage.tsx'), 'FieldHouseholdsPage'),
  },
  {
    path: paths.household,
    component: lazyPage(() => import('#web/features/people/FieldHouseholdPage.tsx'), 'FieldHouseholdPage'),
  },
  {
    path: paths.contacts,
    component: lazyPage(() => import('#web/features/people/TrustedContactsPage.tsx'), 'TrustedContactsPage'),
  },
  { path: paths.mine, component: MinePage },
  ...phoneInboxPages,
  ...fieldAttendancePages,
  ...fieldCallPages,
];

type May = (permission: Permission) => boolean;
interface FieldTab extends TabEntry {
  shownTo: (may: May) => boolean;
}

const handles: FieldTab['shownTo'] = (may) => may('case.handle');
/** Volunteers tell and check; wardens know their doors; both have no cases. */
const isSpotter: FieldTab['shownTo'] = (may) => may('case.check') && !may('case.handle');
const isWarden: FieldTab['shownTo'] = (may) => may('person.read') && !may('case.find');
const knowsHomes: FieldTab['shownTo'] = (may) => may('person.read');

/** Bottom places, for whom; the first is where the shell opens, five at most. */
export const fieldTabs: readonly FieldTab[] = [
  { path: paths.today, word: todayWords.title, icon: 'clock', shownTo: handles },
  { path: paths.cases, word: todayWords.cases, icon: 'list', shownTo: handles },
  { path: paths.checks, word: checkWords.title, icon: 'eye', shownTo: isSpotter },
  { path: paths.entrances, word: myEntrancesWords.title, icon: 'building', shownTo: isWarden },
  { path: paths.find, word: findWords.title, icon: 'plus', isCentre: true, shownTo: () => true },
  { path: paths.households, word: peopleWords.title, icon: 'people', shownTo: knowsHomes },
  { path: paths.mine, word: words.tabs.mine, icon: 'person', shownTo: () => true },
];
