// The face of notifications: it listens to cases, and nobody imports it.
import { notificationsProblems } from '#contract/notifications/words.ts';
import type { Module } from '#kernel/module.ts';
import { notificationsReactions } from './reactions.ts';
import { notificationsRoutes } from './routes.ts';
import { notificationsSchedules } from './schedule.ts';
import { newSince } from './store/hints.ts';

export const notificationsModule: Module = {
  name: 'notifications',
  routes: notificationsRoutes,
  reactions: notificationsReactions,
  schedules: notificationsSchedules,
  problems: notificationsProblems,
  hints: newSince,
};
