import { phoneInboxPages } from '#web/features/notifications/pages.ts';
import { lazyPage, type PageEntry } from '#web/lib/router.ts';
import type { TabEntry } from '#web/ui/TabBar/TabBar.tsx';
import { merchantPaths as paths } from './paths.ts';
import { merchantWords as words } from './words.ts';

/** Pages of the merchants' shell. A feature adds a line here, fetched when first opened. */
export const merchantPages: readonly PageEntry[] = [
  {
    path: paths.counter,
    component: lazyPage(() => import('./ScanningCounter.tsx'), 'ScanningCounter'),
  },
  {
    path: paths.offers,
    component: lazyPage(
      () => import('#web/features/redemption/counter/ShopOffersPage.tsx'),
      'ShopOffersPage',
    ),
  },
  {
    path: paths.months,
    component: lazyPage(() => import('#web/features/redemption/counter/MonthsPage.tsx'), 'MonthsPage'),
  },
  {
    path: paths.month,
    component: lazyPage(() => import('#web/features/redemption/counter/MonthPage.tsx'), 'MonthPage'),
  },
  { path: paths.mine, component: lazyPage(() => import('./MinePage.tsx'), 'MinePage') },
  ...phoneInboxPages,
];

/** Bottom places; the first is where the shell opens. */
export const merchantTabs: readonly TabEntry[] = [
  { path: paths.counter, word: words.tabs.counter, icon: 'scan' },
  { path: paths.offers, word: words.tabs.offers, icon: 'seed' },
  { path: paths.months, word: words.tabs.months, icon: 'clipboard' },
  { path: paths.mine, word: words.tabs.mine, icon: 'person' },
];
