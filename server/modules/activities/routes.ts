import * as endpoints from '#contract/activities/endpoints.ts';
import * as mine from '#contract/activities/mine.ts';
import * as practice from '#contract/activities/practice.ts';
import { gatheredRoute, type Route, route } from '#kernel/module.ts';
import { copyActivity } from './service/copy.ts';
import { changeGroup, listGroups, makeGroup } from './service/groups.ts';
import { browseActivities, mySignUps, showActivity, showDraw } from './service/look.ts';
import { cancelActivity, changeActivity, planActivity, publishActivity } from './service/plan.ts';
import {
  changePractice,
  confirmHours,
  listPractice,
  makePractice,
  publishPractice,
  reportClass,
  schoolPractice,
} from './service/practice.ts';
import { changeProgramme, listProgrammes, makeProgramme } from './service/programmes.ts';
import { checkWeek, getActivity, listActivities, listSignUps } from './service/read.ts';
import { cancelSignUp, confirmPlace } from './service/resident.ts';
import { signUpTogether } from './service/signUp.ts';
import { markMissed } from './service/sweep.ts';

export const activitiesRoutes: readonly Route[] = [
  route(endpoints.listProgrammes, listProgrammes),
  route(endpoints.makeProgramme, makeProgramme),
  route(endpoints.changeProgramme, changeProgramme),
  route(endpoints.listActivities, listActivities),
  route(endpoints.checkWeek, checkWeek),
  route(endpoints.getActivity, getActivity),
  route(endpoints.planActivity, planActivity),
  route(endpoints.changeActivity, changeActivity),
  route(endpoints.publishActivity, publishActivity),
  route(endpoints.cancelActivity, cancelActivity),
  route(endpoints.copyActivity, copyActivity),
  route(endpoints.listSignUps, listSignUps),
  route(endpoints.markMissed, markMissed),
  route(mine.browseActivities, browseActivities),
  route(mine.showActivity, showActivity),
  gatheredRoute(mine.signUp, signUpTogether),
  route(mine.mySignUps, mySignUps),
  route(mine.confirmPlace, confirmPlace),
  route(mine.cancelSignUp, cancelSignUp),
  route(mine.showDraw, showDraw),
  route(practice.listPractice, listPractice),
  route(practice.makePractice, makePractice),
  route(practice.changePractice, changePractice),
  route(practice.publishPractice, publishPractice),
  route(practice.schoolPractice, schoolPractice),
  route(practice.reportClass, reportClass),
  route(practice.confirmHours, confirmHours),
  route(practice.listGroups, listGroups),
  route(practice.makeGroup, makeGroup),
  route(practice.changeGroup, changeGroup),
];
