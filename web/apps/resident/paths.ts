/** Every address of the resident shell, below /m. */
export const residentPaths = {
  home: '/',
  report: '/report',
  property: '/report/property',
  enterprise: '/report/enterprise',
  ask: '/ask',
  myCases: '/cases',
  myCase: '/cases/$caseId',
  track: '/track',
  rate: '/rate/$token',
  community: '/community',
  points: '/points',
  mine: '/mine',
  myData: '/mine/data',
  family: '/mine/family',
} as const;
