/** Every address of the desk, below /a. */
export const deskPaths = {
  account: '/account',
  examples: '/examples',
} as const;
