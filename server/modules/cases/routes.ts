import * as endpoints from '#contract/cases/endpoints.ts';
import { type Route, route } from '#kernel/module.ts';
import * as confirm from './service/confirm.ts';
import { openCase, reportCase } from './service/create.ts';
import { dispatchCase, escalateTier, reassignCase } from './service/dispatch.ts';
import * as handle from './service/handle.ts';
import * as intake from './service/intake.ts';
import { getMyCase, listMyCases, trackCase, withdrawMyCase } from './service/plain.ts';
import { getCase, listCases, listMatters, readFigures, revealRequester } from './service/read.ts';
import * as review from './service/review.ts';

export const casesRoutes: readonly Route[] = [
  route(endpoints.listMatters, listMatters),
  route(endpoints.reportCase, reportCase),
  route(endpoints.listMyCases, listMyCases),
  route(endpoints.getMyCase, getMyCase),
  route(endpoints.withdrawMyCase, withdrawMyCase),
  route(endpoints.trackCase, trackCase),
  route(endpoints.openCase, openCase),
  route(endpoints.listCases, listCases),
  route(endpoints.countCases, readFigures),
  route(endpoints.getCase, getCase),
  route(endpoints.revealRequester, revealRequester),
  route(endpoints.requestVerification, intake.requestVerification),
  route(endpoints.reportVerification, intake.reportVerification),
  route(endpoints.registerCase, intake.registerCase),
  route(endpoints.rejectCase, intake.rejectCase),
  route(endpoints.answerDirectly, intake.answerDirectly),
  route(endpoints.mergeCase, intake.mergeCase),
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
];
