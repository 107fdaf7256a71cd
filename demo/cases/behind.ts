// The year of cases is told once the door is open, so that nobody waits for it.
import type { Jia } from '../../server/start.ts';
import { tellTheYear } from './year.ts';

/** The same server; it ends after the day in hand, and the next start goes on with the day before. */
export function tellBehind(jia: Jia, log: (line: string) => void): Jia {
  const started = performance.now();
  let ending = false;
  const telling = tellTheYear(jia.kernel, { stopped: () => ending }).then(
    (days) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(0);
      if (days > 0) log(`Demo: the cases of ${days} days are there (${seconds} s, behind the open door).`);
    },
    (error: unknown) => jia.kernel.services.log.error({ error: String(error) }, 'the year of cases stopped'),
  );
  return {
    ...jia,
    stop: async () => {
      ending = true;
      await telling;
      await jia.stop();
    },
  };
}
