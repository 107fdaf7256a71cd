import { lazyPage, type PageEntry } from '#web/lib/router.ts';
import { helpDeskWords } from './words.ts';

/** Addresses of mutual help in the resident shell. */
export const helpPaths = {
  ask: '/help/new',
  offer: '/help/offer',
  one: '/help/$askId',
} as const;

export const phoneHelpPages: readonly PageEntry[] = [
  { path: helpPaths.ask, component: lazyPage(() => import('./AskHelpPage.tsx'), 'AskHelpPage') },
  { path: helpPaths.offer, component: lazyPage(() => import('./OfferHelpPage.tsx'), 'OfferHelpPage') },
  { path: helpPaths.one, component: lazyPage(() => import('./HelpAskPage.tsx'), 'HelpAskPage') },
];

export const deskHelpPages: readonly PageEntry[] = [
  {
    path: '/help',
    component: lazyPage(() => import('./HelpBoardPage.tsx'), 'HelpBoardPage'),
    menu: { group: 'activities', word: helpDeskWords.title, permission: 'help.moderate' },
  },
];
