import { attendanceProblems } from '#contract/attendance/words.ts';
import type { ExportDefinition } from '#kernel/exports/definition.ts';
import type { Module } from '#kernel/module.ts';
import { hoursOut } from './exports.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';
import { schedules } from './schedule.ts';

export const attendanceModule: Module = {
  name: 'attendance',
  routes,
  reactions,
  schedules,
  exports: [hoursOut as ExportDefinition],
  problems: attendanceProblems,
};

export { hoursObjectionAnswer } from './service/checks.ts';
