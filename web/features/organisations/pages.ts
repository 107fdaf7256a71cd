import { lazyPage, type PageEntry } from '#web/lib/router.ts';
import { organisationWords, premisesWords } from './words.ts';

/** What the desk lists in its routes; the register itself is composed by the shell with import and export. */
export const organisationPaths = {
  list: '/organisations',
  one: '/organisations/$organisationId',
  premises: '/premises',
} as const;

export const organisationMenu = {
  group: 'data',
  word: organisationWords.title,
  permission: 'organisation.read',
} as const;

export const organisationPages: readonly PageEntry[] = [
  {
    path: organisationPaths.one,
    component: lazyPage(() => import('./OrganisationPage.tsx'), 'OrganisationPage'),
  },
  {
    path: organisationPaths.premises,
    component: lazyPage(() => import('./PremisesListPage.tsx'), 'PremisesListPage'),
    menu: { group: 'data', word: premisesWords.listTitle, permission: 'organisation.read' },
  },
];
