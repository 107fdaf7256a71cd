import type { Schedule } from '#kernel/module.ts';
import { checkLedger, expireLots, lapseHolds, releaseNotices } from './service/daily.ts';

export const pointsSchedules: readonly Schedule[] = [
  { name: 'points.lapse_holds', cron: '* * * * *', run: lapseHolds },
  { name: 'points.release_notices', cron: '5 * * * *', run: releaseNotices },
  { name: 'points.expire_lots', cron: '20 0 * * *', run: expireLots },
  { name: 'points.check_ledger', cron: '40 4 * * *', run: checkLedger },
];
