/** Every address of the resident shell, below /m. */
export const residentPaths = {
  home: '/',
  mine: '/mine',
  myData: '/mine/data',
} as const;
