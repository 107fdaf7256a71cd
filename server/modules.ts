import type { Module } from '#kernel/module.ts';
import { auditModule } from '#modules/audit/index.ts';
import { coverageModule } from '#modules/coverage/index.ts';
import { identityModule } from '#modules/identity/index.ts';
import { organisationsModule } from '#modules/organisations/index.ts';
import { peopleModule } from '#modules/people/index.ts';
import { systemModule } from '#modules/system/index.ts';
import { territoryModule } from '#modules/territory/index.ts';

/** Every module, floor by floor: a module may import only from the lines above its own floor. */
export const modules: readonly Module[] = [
  // floor 1: where and who
  territoryModule,
  peopleModule,
  organisationsModule,
  // floor 2: who may do what, where
  identityModule,
  // floor 5: listens to all, nobody imports it
  auditModule,
  coverageModule,
  systemModule,
];
