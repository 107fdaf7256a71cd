// Timed work of the platform at the time of the story: draws, ends of sessions, scores. Nobody waits for tonight.
import type { Context } from '#kernel/context.ts';
import type { Stage } from '../replay/stage.ts';

/** What the clock of a week in the story brings. */
export const weekly = [
  'activities.end_sessions',
  'points.lapse_holds',
  'points.release_notices',
  'redemption.lapse',
  'redemption.tell_honoured',
  'mutualhelp.lapse',
  'calls.end_over',
] as const;

/** Runs these schedules now, in the transaction of the chapter. */
export async function sweep(stage: Stage, names: readonly string[]): Promise<void> {
  const office = stage.office();
  const context: Context = { ...office, apart: async (work) => await work(office) };
  const schedules = stage.kernel.modules.flatMap((module) => module.schedules ?? []);
  for (const name of names) {
    const schedule = schedules.find((one) => one.name === name);
    if (!schedule) throw new Error(`no schedule ${name}`);
    await schedule.run(context);
  }
}
