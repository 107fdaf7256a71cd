import { open311Problems } from '#contract/open311/words.ts';
import type { Module } from '#kernel/module.ts';
import { routes } from './routes.ts';
import { open311Door } from './service/door.ts';

export const open311Module: Module = {
  name: 'open311',
  routes,
  doors: [open311Door],
  problems: open311Problems,
};
