/** Every address of the merchants' shell, below /s. */
export const merchantPaths = {
  counter: '/counter',
  offers: '/offers',
  months: '/months',
  month: '/months/$settlementId',
  mine: '/mine',
} as const;
