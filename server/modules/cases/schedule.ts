import type { Schedule } from '#kernel/module.ts';
import { beginLearning, learnMatters } from './service/learn.ts';
import { askForRatings, closeSilent } from './service/rating/ask.ts';
import { continueRecount } from './service/recount.ts';
import { sweepTimers } from './service/sweep.ts';

export const casesSchedules: readonly Schedule[] = [
  { name: 'cases.sweep_timers', cron: '* * * * *', run: sweepTimers },
  { name: 'cases.learn', cron: '20 3 * * *', run: learnMatters },
  { name: 'cases.begin_learning', cron: '*/10 * * * *', run: beginLearning },
  { name: 'cases.recount', cron: '* * * * *', run: continueRecount },
  { name: 'cases.ask_for_ratings', cron: '* * * * *', run: askForRatings },
  { name: 'cases.close_silent', cron: '*/10 * * * *', run: closeSilent },
];
