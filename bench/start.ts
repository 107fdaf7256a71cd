import type { Bench } from './run.ts';
import { benchPlace, startServer } from './server.ts';

const firstSecondsMax = 60;
const laterSecondsMax = 10;

export const startBench: Bench = {
  name: 'start',
  measures:
    'From an empty folder to the first 200 of /api/health with the demo street, then again on its data.',
  run: async ({ progress }) => {
    const place = await benchPlace();
    try {
      progress('first start, empty folder');
      const first = await startServer(place);
      await first.stop();
      progress('later start, same folder');
      const later = await startServer(place);
      const mb = await later.residentMb();
      await later.stop();
      if (first.startedInSeconds > firstSecondsMax)
        throw new Error(`The first start took ${first.startedInSeconds} s.`);
      if (later.startedInSeconds > laterSecondsMax)
        throw new Error(`A later start took ${later.startedInSeconds} s.`);
      return {
        postgres: later.postgres,
        figures: {
          'first_start.s': first.startedInSeconds,
          'later_start.s': later.startedInSeconds,
          'server.mb': mb,
        },
      };
    } finally {
      await place.remove();
    }
  },
};
