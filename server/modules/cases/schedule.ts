import type { Schedule } from '#kernel/module.ts';
import { sweepTimers } from './service/sweep.ts';

export const casesSchedules: readonly Schedule[] = [
  { name: 'cases.sweep_timers', cron: '* * * * *', run: sweepTimers },
];
