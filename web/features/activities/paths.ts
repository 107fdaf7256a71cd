/** Addresses of activities in the resident shell, below /m. */
export const activityPaths = {
  list: '/activities',
  one: '/activities/$activityId',
  mine: '/activities/mine',
  draw: '/draws/$sessionId',
  school: '/school',
} as const;
