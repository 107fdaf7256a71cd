// How long ago something was done on this phone, told so that the server need not trust a clock that people can set.
import type { Made } from './store.ts';

export const madeNow = (): Made => ({
  origin: performance.timeOrigin,
  monotonic: performance.now(),
  wall: Date.now(),
});

interface Age {
  ageMs: number;
  scannedWall: string;
  sentWall: string;
}

/** After the page was opened anew only the wall clock is left. */
export function ageOf(made: Made): Age {
  const wall = Date.now();
  const ran = performance.now() - made.monotonic;
  const ageMs = made.origin === performance.timeOrigin ? ran : wall - made.wall;
  return {
    ageMs: Math.max(0, Math.round(ageMs)),
    scannedWall: new Date(made.wall).toISOString(),
    sentWall: new Date(wall).toISOString(),
  };
}
