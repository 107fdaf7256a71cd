/** Every address of the field shell, below /g. */
export const fieldPaths = {
  today: '/today',
  cases: '/cases',
  case: '/cases/$caseId',
  find: '/find',
  paste: '/paste',
  checks: '/checks',
  entrances: '/entrances',
  households: '/households',
  household: '/households/$householdId',
  contacts: '/contacts',
  mine: '/mine',
} as const;
