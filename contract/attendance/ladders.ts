// Stars of volunteers by hours on record. Data: the ladder most regions took over from the ministry's notice of 2012,
// and that of a city which counts in smaller steps. A street may write its own.

export const starSteps = 5;

export const ladders = {
  common: [100, 300, 600, 1000, 1500],
  zhangjiagang: [30, 60, 100, 200, 300],
} as const satisfies Record<string, readonly number[]>;
export type Ladder = keyof typeof ladders;

export interface Star {
  /** 0 to 5. */
  level: number;
  minutes: number;
  /** Of the next star; null at the highest. */
  nextMinutes: number | null;
}

/** `hours`: from how many each star is given, rising. */
export function starOf(minutes: number, hours: readonly number[] = ladders.common): Star {
  const steps = hours.map((one) => one * 60);
  const level = steps.filter((step) => minutes >= step).length;
  return { level, minutes, nextMinutes: steps[level] ?? null };
}
