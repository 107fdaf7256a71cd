/** Longer than their bound today; the numbers only go down. */
export const ratchet: Record<string, number> = {
  'contract/territory/endpoints.ts': 335,
  'demo/people.test.ts': 313,
  'server/kernel/imports/imports.test.ts': 402,
  'server/kernel/imports/service.ts': 320,
};
