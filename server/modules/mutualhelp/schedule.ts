import type { Schedule } from '#kernel/module.ts';
import { lapse } from './service/lapse.ts';

export const schedules: readonly Schedule[] = [
  { name: 'mutualhelp.lapse', cron: '*/10 * * * *', run: lapse },
];
