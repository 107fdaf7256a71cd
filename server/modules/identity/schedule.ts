import type { Schedule } from '#kernel/module.ts';
import { deleteExpired } from './store/sessions.ts';

export const identitySchedules: readonly Schedule[] = [
  { name: 'identity.delete_expired', cron: '20 3 * * *', run: deleteExpired },
];
