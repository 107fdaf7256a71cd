import { lazyPage, type PageEntry } from '#web/lib/router.ts';
import { deskTeamWords, helpDeskWords } from './words.ts';

/** Addresses of mutual help in the resident shell. */
export const helpPaths = {
  ask: '/help/new',
  offer: '/help/offer',
  one: '/help/$askId',
  teams: '/volunteer-teams',
} as const;

export const phoneHelpPages: readonly PageEntry[] = [
  { path: helpPaths.ask, component: lazyPage(() => import('./AskHelpPage.tsx'), 'AskHelpPage') },
  { path: helpPaths.offer, component: lazyPage(() => import('./OfferHelpPage.tsx'), 'OfferHelpPage') },
  { path: helpPaths.teams, component: lazyPage(() => import('./TeamsPage.tsx'), 'TeamsPage') },
  { path: helpPaths.one, component: lazyPage(() => import('./HelpAskPage.tsx'), 'HelpAskPage') },
];

export const deskHelpPages: readonly PageEntry[] = [
  {
    path: '/help',
    component: lazyPage(() => import('./HelpBoardPage.tsx'), 'HelpBoardPage'),
    menu: { group: 'activities', word: helpDeskWords.title, permission: 'help.moderate' },
  },
  {
    path: '/volunteer-needs',
    component: lazyPage(() => import('./NeedsListPage.tsx'), 'NeedsListPage'),
    menu: { group: 'activities', word: deskTeamWords.title, permission: 'help.moderate' },
  },
];
