/** Every address of the field shell, below /g. */
export const fieldPaths = {
  today: '/today',
  case: '/cases/$caseId',
  entrances: '/entrances',
  households: '/households',
  household: '/households/$householdId',
  contacts: '/contacts',
  mine: '/mine',
} as const;
