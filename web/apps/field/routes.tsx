import { fieldWords as caseWords } from '#web/features/cases/words.ts';
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
  {
    path: paths.case,
    component: lazyPage(() => import('#web/features/cases/FieldCasePage.tsx'), 'FieldCasePage'),
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
];

/** Bottom places; the first is where the shell opens. */
export const fieldTabs: readonly [TabEntry, ...TabEntry[]] = [
  { path: paths.today, word: caseWords.today, icon: 'clock' },
  { path: paths.entrances, word: myEntrancesWords.title, icon: 'building' },
  { path: paths.households, word: peopleWords.title, icon: 'people' },
  { path: paths.mine, word: words.tabs.mine, icon: 'person' },
];
