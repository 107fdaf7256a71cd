import type { Schedule } from '#kernel/module.ts';
import { forgetCodes, lapseReserved, publishScores, tellHonoured } from './service/sweep.ts';

export const redemptionSchedules: readonly Schedule[] = [
  { name: 'redemption.lapse', cron: '* * * * *', run: lapseReserved },
  { name: 'redemption.tell_honoured', cron: '* * * * *', run: tellHonoured },
  { name: 'redemption.publish_scores', cron: '40 3 * * *', run: publishScores },
  { name: 'redemption.forget_codes', cron: '50 3 * * *', run: forgetCodes },
];
