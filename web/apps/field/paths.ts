/** Every address of the field shell, below /g. */
export const fieldPaths = {
  entrances: '/entrances',
  households: '/households',
  household: '/households/$householdId',
  contacts: '/contacts',
  mine: '/mine',
} as const;
