import type { Schedule } from '#kernel/module.ts';
import { destroyOldKeys } from './service/keys.ts';

export const schedules: readonly Schedule[] = [
  { name: 'attendance.destroy_old_keys', cron: '*/15 * * * *', run: destroyOldKeys },
];
