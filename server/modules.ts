import type { Module } from '#kernel/module.ts';
import { identityModule } from '#modules/identity/index.ts';
import { organisationsModule } from '#modules/organisations/index.ts';
import { peopleModule } from '#modules/people/index.ts';
import { territoryModule } from '#modules/territory/index.ts';

/** Every module, floor by floor: a module may import only from the lines above its own floor. */
export const modules: readonly Module[] = [
  // floor 1: where and who
  territoryModule,
  peopleModule,
  organisationsModule,
  // floor 2: who may do what, where
  identityModule,
];
