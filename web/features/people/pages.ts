import { lazyPage, type PageEntry } from '#web/lib/router.ts';
import { householdsWords, personsWords, requestsWords } from './words.ts';

/** What the desk lists in its routes; the two registers are composed by the shell with import and export. */
export const peoplePaths = {
  persons: '/residents',
  households: '/households',
  household: '/households/$householdId',
  requests: '/people-requests',
} as const;

export const personsMenu = { group: 'data', word: personsWords.title, permission: 'person.read' } as const;
export const householdsMenu = {
  group: 'data',
  word: householdsWords.title,
  permission: 'person.read',
} as const;

export const peoplePages: readonly PageEntry[] = [
  {
    path: peoplePaths.household,
    component: lazyPage(() => import('./HouseholdPage.tsx'), 'HouseholdPage'),
  },
  {
    path: peoplePaths.requests,
    component: lazyPage(() => import('./RequestsPage.tsx'), 'RequestsPage'),
    menu: { group: 'data', word: requestsWords.title, permission: 'person.read' },
  },
];
