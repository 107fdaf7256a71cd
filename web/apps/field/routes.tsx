import { myEntrancesWords } from '#web/features/coverage/words.ts';
import { lazyPage, type PageEntry } from '#web/lib/router.ts';
import type { TabEntry } from '#web/ui/TabBar/TabBar.tsx';
import { MinePage } from './MinePage.tsx';
import { fieldPaths as paths } from './paths.ts';
import { fieldWords as words } from './words.ts';

/** Pages of the field shell. A feature adds a line here, fetched when first opened. */
export const fieldPages: readonly PageEntry[] = [
  {
    path: '/entrances',
    component: lazyPage(() => import('#web/features/coverage/MyEntrancesPage.tsx'), 'MyEntrancesPage'),
  },
  { path: paths.mine, component: MinePage },
];

/** Bottom places; the first is where the shell opens. */
export const fieldTabs: readonly [TabEntry, ...TabEntry[]] = [
  { path: '/entrances', word: myEntrancesWords.title, icon: 'building' },
  { path: paths.mine, word: words.tabs.mine, icon: 'person' },
];
