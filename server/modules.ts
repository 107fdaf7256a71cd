import { exportsModule } from '#kernel/exports/module.ts';
import { importsModule } from '#kernel/imports/module.ts';
import type { Module } from '#kernel/module.ts';
import { activitiesModule } from '#modules/activities/index.ts';
import { attendanceModule } from '#modules/attendance/index.ts';
import { auditModule } from '#modules/audit/index.ts';
import { callsModule } from '#modules/calls/index.ts';
import { casesModule } from '#modules/cases/index.ts';
import { coverageModule } from '#modules/coverage/index.ts';
import { familiesModule } from '#modules/families/index.ts';
import { homeModule } from '#modules/home/index.ts';
import { identityModule } from '#modules/identity/index.ts';
import { mutualhelpModule } from '#modules/mutualhelp/index.ts';
import { notificationsModule } from '#modules/notifications/index.ts';
import { open311Module } from '#modules/open311/index.ts';
import { organisationsModule } from '#modules/organisations/index.ts';
import { peopleModule } from '#modules/people/index.ts';
import { pointsModule } from '#modules/points/index.ts';
import { redemptionModule } from '#modules/redemption/index.ts';
import { systemModule } from '#modules/system/index.ts';
import { territoryModule } from '#modules/territory/index.ts';

/** Every module, floor by floor: a module may import only from the lines above its own floor. */
const working: readonly Module[] = [
  // floor 1: where and who
  territoryModule,
  peopleModule,
  organisationsModule,
  familiesModule,
  // floor 2: who may do what, where
  identityModule,
  // floor 3: what the street works on
  casesModule,
  activitiesModule,
  // floor 4: what leans on cases
  open311Module,
  attendanceModule,
  pointsModule,
  mutualhelpModule,
  callsModule,
  // above points: what points are spent on
  redemptionModule,
  // floor 5: listens to all, nobody imports it
  auditModule,
  coverageModule,
  homeModule,
  notificationsModule,
  systemModule,
];

/** The working modules, and the one import and one export over all their registers. */
export const modules: readonly Module[] = [
  ...working,
  importsModule(working.flatMap((module) => module.imports ?? [])),
  exportsModule(working.flatMap((module) => module.exports ?? [])),
];
