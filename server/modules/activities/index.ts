// The face of activities: what is plugged in, and what upper floors may use.
import { activitiesProblems } from '#contract/activities/words.ts';
import type { Module } from '#kernel/module.ts';
import { activitiesReactions } from './reactions.ts';
import { activitiesRoutes } from './routes.ts';
import { activitiesSchedules } from './schedule.ts';

export const activitiesModule: Module = {
  name: 'activities',
  routes: activitiesRoutes,
  reactions: activitiesReactions,
  schedules: activitiesSchedules,
  problems: activitiesProblems,
};

export {
  getSession,
  type MySession,
  mySessions,
  noteAbsent,
  type PlaceTaken,
  type PlannedCall,
  placesTaken,
  planActivity,
  type SessionFact,
  sessionsOfActivity,
  sessionsOn,
  signUpFor,
  takeSignUps,
} from './service/facts.ts';
export { cancelSignUp } from './service/resident.ts';
export type { Entry, Taken } from './service/seats.ts';
export { type PlantedProgramme, plantProgrammes } from './service/templates.ts';
export { programmeNames } from './store/programmes.ts';
