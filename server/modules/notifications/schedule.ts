import type { Schedule } from '#kernel/module.ts';
import { deliverDue } from './service/deliver.ts';
import { forgetOld } from './service/retention.ts';

export const notificationsSchedules: readonly Schedule[] = [
  { name: 'notifications.deliver', cron: '* * * * *', run: deliverDue },
  { name: 'notifications.forget', cron: '20 3 * * *', run: forgetOld },
];
