// The face of people: what is plugged in, and the reads that upper floors may use.
import { identityNumberProblems } from '#contract/mask/words.ts';
import { rosterProblems } from '#contract/people/sheets/words.ts';
import { peopleProblems } from '#contract/people/words.ts';
import type { Context } from '#kernel/context.ts';
import type { ExportDefinition } from '#kernel/exports/definition.ts';
import type { ImportDefinition } from '#kernel/imports/definition.ts';
import type { Module } from '#kernel/module.ts';
import { householdsOut, residentsOut } from './exports.ts';
import { rosterIn } from './imports.ts';
import { peopleReactions } from './reactions.ts';
import { peopleRoutes } from './routes.ts';
import { peopleSchedules } from './schedule.ts';
import { adultIds } from './store/adults.ts';
import { countByArea } from './store/households.ts';

export const peopleModule: Module = {
  name: 'people',
  routes: peopleRoutes,
  reactions: peopleReactions,
  schedules: peopleSchedules,
  imports: [rosterIn as ImportDefinition],
  exports: [residentsOut as ExportDefinition, householdsOut as ExportDefinition],
  problems: { ...identityNumberProblems, ...peopleProblems, ...rosterProblems },
};

export { giveOwnConsent } from './service/consents.ts';
export {
  callerFact,
  findHomeOfPerson,
  findPersonByPhone,
  findPersonsByPhones,
  type Home,
  type PersonFact,
  personFacts,
  personNames,
  personsNamed,
  personsWithPhoneTail,
  standingConsents,
  wardsOfPerson,
  wardsOfPersons,
} from './service/lookups.ts';
export {
  type PlantedGuardianship,
  type PlantedHousehold,
  type PlantedPeople,
  type PlantedPerson,
  plantPeople,
} from './service/plant.ts';

/** Entrance → households and vacant homes in it, below the paths; entrances without any are missing. */
export async function countHouseholdsByArea(
  context: Context,
  below: readonly string[],
): Promise<{ areaId: string; areaPath: string; households: number; vacant: number }[]> {
  return await countByArea(context, below);
}

/** Grown-up residents below the paths, each once; whose birthday nobody knows is left out. */
export async function adultsBelow(context: Context, below: readonly string[]): Promise<string[]> {
  return await adultIds(context, below);
}
