/** Every address of the field shell, below /g. */
export const fieldPaths = {
  mine: '/mine',
} as const;
