import type { Schedule } from '#kernel/module.ts';
import { publishHead } from './service/verify.ts';

/** Shortly after midnight, when the sealer has long closed the chain over the day before. */
export const schedules: readonly Schedule[] = [
  { name: 'audit.publish_head', cron: '10 0 * * *', run: publishHead },
];
