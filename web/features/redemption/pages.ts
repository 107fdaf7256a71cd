import { lazyPage, type PageEntry } from '#web/lib/router.ts';
import { limitsWords, merchantDeskWords, settlementDeskWords } from './office/words.ts';

/** Addresses of redemption in the resident shell. */
export const redemptionPaths = {
  offers: '/offers',
  mine: '/redemptions',
  one: '/redemptions/$redemptionId',
} as const;

export const phoneRedemptionPages: readonly PageEntry[] = [
  { path: redemptionPaths.offers, component: lazyPage(() => import('./OffersPage.tsx'), 'OffersPage') },
  {
    path: redemptionPaths.mine,
    component: lazyPage(() => import('./MyRedemptionsPage.tsx'), 'MyRedemptionsPage'),
  },
  { path: redemptionPaths.one, component: lazyPage(() => import('./RedeemPage.tsx'), 'RedeemPage') },
];

export const deskRedemptionPages: readonly PageEntry[] = [
  {
    path: '/merchants',
    component: lazyPage(() => import('./office/MerchantsListPage.tsx'), 'MerchantsListPage'),
    menu: { group: 'points', word: merchantDeskWords.title, permission: 'points.read' },
  },
  {
    path: '/merchants/$merchantId',
    component: lazyPage(() => import('./office/MerchantPage.tsx'), 'MerchantPage'),
  },
  {
    path: '/settlements',
    component: lazyPage(() => import('./office/SettlementsListPage.tsx'), 'SettlementsListPage'),
    menu: { group: 'points', word: settlementDeskWords.title, permission: 'points.read' },
  },
  {
    path: '/redemption-limits',
    component: lazyPage(() => import('./office/LimitsPage.tsx'), 'LimitsPage'),
    menu: { group: 'points', word: limitsWords.title, permission: 'points.read' },
  },
  {
    path: '/settlements/$settlementId',
    component: lazyPage(() => import('./office/SettlementPage.tsx'), 'SettlementPage'),
  },
];
