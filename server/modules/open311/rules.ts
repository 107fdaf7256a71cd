/** Reports one key may hand in within 24 hours: far above any honest program, far below what drowns a desk. */
export const requestsPerDayMax = 2_000;

/** The same words by the same program within a day are the same report; a key the program chose holds for a month. */
export const repeatWindows = { body: 1, chosen: 30 } as const;

/** What makes two reports the same: everything that was sent but the key itself. */
export const sameness = (form: Readonly<Record<string, string>>): string =>
  JSON.stringify(
    Object.entries(form)
      .filter(([name]) => name !== 'api_key')
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
