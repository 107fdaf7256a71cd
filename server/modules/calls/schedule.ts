import type { Schedule } from '#kernel/module.ts';
import { endOver } from './service/issue.ts';

export const schedules: readonly Schedule[] = [
  { name: 'calls.end_over', cron: '*/10 * * * *', run: endOver },
];
