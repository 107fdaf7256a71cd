import type { Schedule } from '#kernel/module.ts';
import { drawDue, endSessions, lapseOffers } from './service/sweep.ts';

export const activitiesSchedules: readonly Schedule[] = [
  { name: 'activities.draw', cron: '* * * * *', run: drawDue },
  { name: 'activities.lapse_offers', cron: '* * * * *', run: lapseOffers },
  { name: 'activities.end_sessions', cron: '*/5 * * * *', run: endSessions },
];
