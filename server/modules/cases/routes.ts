import * as duty from '#contract/cases/duty/endpoints.ts';
import * as endpoints from '#contract/cases/endpoints.ts';
import * as rating from '#contract/cases/rating/endpoints.ts';
import {
  groupCases as groupEndpoint,
  listSimilar as listSimilarEndpoint,
  suggestCase as suggestEndpoint,
} from '#contract/cases/suggest.ts';
import { type Route, route } from '#kernel/module.ts';
import { jointRoutes } from './jointRoutes.ts';
import { reviewRoutes } from './routes/review.ts';
import * as confirm from './service/confirm.ts';
import { openCase } from './service/create.ts';
import { dispatchCase, escalateTier, reassignCase } from './service/dispatch.ts';
import * as directory from './service/duty/directory.ts';
import * as items from './service/duty/items.ts';
import { suggestUnits } from './service/duty/units.ts';
import { checkCase, listChecks } from './service/field/check.ts';
import { findCase } from './service/field/find.ts';
import { readShift } from './service/field/shift.ts';
import { groupCases, mergeCase } from './service/group.ts';
import * as handle from './service/handle.ts';
import * as intake from './service/intake.ts';
import { getMyCase, listMyCases, trackCase, withdrawMyCase } from './service/plain.ts';
import { answerRating, openRating } from './service/rating/link.ts';
import { rateCase } from './service/rating/rate.ts';
import { countCases, getCase, listCases, listMatters, readFigures, revealRequester } from './service/read.ts';
import { listSimilar } from './service/relations.ts';
import { followCase } from './service/resident/follow.ts';
import { supplementCase, urgeCase } from './service/resident/own.ts';
import { reportCase, sayAgain } from './service/resident/report.ts';
import * as review from './service/review.ts';
import { suggestCase } from './service/suggest.ts';

export const casesRoutes: readonly Route[] = [
  ...reviewRoutes,
  route(endpoints.listMatters, listMatters),
  route(endpoints.reportCase, reportCase),
  route(endpoints.listMyCases, listMyCases),
  route(endpoints.getMyCase, getMyCase),
  route(endpoints.withdrawMyCase, withdrawMyCase),
  route(endpoints.trackCase, trackCase),
  route(endpoints.followCase, followCase),
  route(endpoints.urgeCase, urgeCase),
  route(endpoints.supplementCase, supplementCase),
  route(endpoints.sayAgain, sayAgain),
  route(endpoints.rateCase, rateCase),
  route(rating.openRating, openRating),
  route(rating.answerRating, answerRating),
  route(endpoints.openCase, openCase),
  route(endpoints.readShift, readShift),
  route(endpoints.findCase, findCase),
  route(endpoints.listChecks, listChecks),
  route(endpoints.checkCase, checkCase),
  route(suggestEndpoint, suggestCase),
  route(listSimilarEndpoint, listSimilar),
  route(endpoints.listCases, listCases),
  route(endpoints.countListed, countCases),
  route(endpoints.countCases, readFigures),
  route(endpoints.getCase, getCase),
  route(endpoints.revealRequester, revealRequester),
  route(endpoints.requestVerification, intake.requestVerification),
  route(endpoints.reportVerification, intake.reportVerification),
  route(endpoints.registerCase, intake.registerCase),
  route(endpoints.rejectCase, intake.rejectCase),
  route(endpoints.answerDirectly, intake.answerDirectly),
  route(endpoints.mergeCase, mergeCase),
  route(groupEndpoint, groupCases),
  route(endpoints.transferOut, intake.transferOut),
  route(endpoints.withdrawCase, intake.withdrawCase),
  route(endpoints.superviseCase, intake.superviseCase),
  route(endpoints.dispatchCase, dispatchCase),
  route(endpoints.reassignCase, reassignCase),
  route(endpoints.escalateTier, escalateTier),
  route(endpoints.selfHandle, handle.selfHandle),
  route(endpoints.acceptCase, handle.acceptCase),
  route(endpoints.returnToDispatcher, handle.returnToDispatcher),
  route(endpoints.startCase, handle.startCase),
  route(endpoints.contactRequester, handle.contactRequester),
  route(endpoints.addProgress, handle.addProgress),
  route(endpoints.reportCo, handle.reportCo),
  route(endpoints.submitResult, handle.submitResult),
  route(endpoints.requestExtension, handle.requestExtension),
  route(endpoints.reviewApprove, review.reviewApprove),
  route(endpoints.reviewReturn, review.reviewReturn),
  route(endpoints.decideExtension, review.decideExtension),
  route(endpoints.suspendCase, review.suspendCase),
  route(endpoints.resumeCase, review.resumeCase),
  route(endpoints.beginConfirmation, confirm.beginConfirmation),
  route(endpoints.confirmPass, confirm.confirmPass),
  route(endpoints.confirmFail, confirm.confirmFail),
  route(endpoints.closeSpecial, confirm.closeSpecial),
  route(endpoints.reopenCase, confirm.reopenCase),
  route(duty.listDutyItems, items.listDutyItems),
  route(duty.readDutyFigures, items.readDutyFigures),
  route(duty.createDutyItem, items.createDutyItem),
  route(duty.changeDutyItem, items.changeDutyItem),
  route(duty.retireDutyItem, items.retireDutyItem),
  route(duty.listDirectory, directory.listDirectory),
  route(duty.createEntry, directory.createEntry),
  route(duty.changeEntry, directory.changeEntry),
  route(duty.endEntry, directory.endEntry),
  route(duty.suggestUnits, suggestUnits),
  ...jointRoutes,
];
