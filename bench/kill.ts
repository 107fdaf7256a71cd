import { countOf, killTrials, victims } from './kill/trials.ts';
import { type Bench, type Figures, percentile } from './run.ts';
import { benchPlace } from './server.ts';

const kills = 20;
const peopleEach = 1_500;
/** Times 21, the 4,000 answers that points.md asks for. */
const answersBetween = 195;

export const killBench: Bench = {
  name: 'kill',
  measures:
    'Kill -9 of the app, the database and both, 20 times, during sign-ups, check-ins and redemptions.',
  run: async ({ progress }) => {
    const place = await benchPlace();
    try {
      const { postgres, done, recoveries, lost, faults } = await killTrials(place, {
        kills,
        peopleEach,
        answersBetween,
        progress,
      });
      const lostCount = Object.values(lost).reduce((sum, count) => sum + count, 0);
      if (lostCount > 0 || faults.length > 0)
        throw new Error(`Lost: ${JSON.stringify(lost)}. Faults: ${faults.join(', ') || 'none'}.`);
      if (done.refused.length > 0) progress(`refused: ${done.refused.length}, such as ${done.refused[0]}`);
      const figures: Figures = {
        'kills.count': recoveries.length,
        'acknowledged.count': countOf(done),
        'acknowledged.lost_count': lostCount,
        'refused.count': done.refused.length,
        'sign_ups.count': done.signUps.length,
        'check_ins.count': done.arrivals.length + done.departures.length,
        'redemptions.count': done.redemptions.length,
      };
      for (const victim of victims) {
        const seconds = recoveries.filter((one) => one.victim === victim).map((one) => one.seconds);
        figures[`${victim}.recovery_s`] = percentile(seconds, 0.5);
      }
      return { postgres, figures };
    } finally {
      await place.remove();
    }
  },
};
