import type { Schedule } from '#kernel/module.ts';
import { continueRecount } from './service/recount.ts';
import { sweepTimers } from './service/sweep.ts';

export const casesSchedules: readonly Schedule[] = [
  { name: 'cases.sweep_timers', cron: '* * * * *', run: sweepTimers },
  { name: 'cases.recount', cron: '* * * * *', run: continueRecount },
];
