// Where a notice leads, in the addresses of the shells.

/** Page on which a requester without an account asks with number and tail of the phone. */
export const casePlaces = { track: '/m/track' } as const;
