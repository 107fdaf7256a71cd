import { lazyPage, type PageEntry } from '#web/lib/router.ts';
import { deliveryWords } from './words.ts';

/** The inbox of the phones. */
export const phoneInboxPages: readonly PageEntry[] = [
  { path: '/inbox', component: lazyPage(() => import('./InboxPage.tsx'), 'PhoneInboxPage') },
];

export const deskNotificationPages: readonly PageEntry[] = [
  { path: '/inbox', component: lazyPage(() => import('./InboxPage.tsx'), 'DeskInboxPage') },
  {
    path: '/deliveries',
    component: lazyPage(() => import('./DeliveriesPage.tsx'), 'DeliveriesPage'),
    menu: { group: 'system', word: deliveryWords.title, permission: 'system.read' },
  },
];
