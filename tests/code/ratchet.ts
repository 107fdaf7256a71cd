/** Longer than their bound today; the numbers only go down. */
export const ratchet: Record<string, number> = {};
