import * as callbackEndpoints from '#contract/cases/callback/endpoints.ts';
import * as duty from '#contract/cases/duty/endpoints.ts';
import * as endpoints from '#contract/cases/endpoints.ts';
import * as joint from '#contract/cases/joint/endpoints.ts';
import * as ledgerEndpoints from '#contract/cases/ledgers/endpoints.ts';
import { readOriginal as originalEndpoint } from '#contract/cases/orders/endpoints.ts';
import { openPasted as openPastedEndpoint, readPaste as readPasteEndpoint } from '#contract/cases/paste.ts';
import * as publish from '#contract/cases/publish/endpoints.ts';
import * as rating from '#contract/cases/rating/endpoints.ts';
import * as replies from '#contract/cases/replies/endpoints.ts';
import * as reviewEndpoints from '#contract/cases/review/endpoints.ts';
import {
  groupCases as groupEndpoint,
  listSimilar as listSimilarEndpoint,
  suggestCase as suggestEndpoint,
} from '#contract/cases/suggest.ts';
import { type Route, route, streamRoute } from '#kernel/module.ts';
import * as callbacks from './service/callback.ts';
import * as confirm from './service/confirm.ts';
import { openCase } from './service/create.ts';
import { dispatchCase, escalateTier, reassignCase } from './service/dispatch.ts';
import * as directory from './service/duty/directory.ts';
import * as items from './service/duty/items.ts';
import { readStanding } from './service/duty/standing.ts';
import { suggestUnits } from './service/duty/units.ts';
import { checkCase, listChecks } from './service/field/check.ts';
import { findCase } from './service/field/find.ts';
import { readShift } from './service/field/shift.ts';
import { groupCases, mergeCase } from './service/group.ts';
import * as handle from './service/handle.ts';
import * as intake from './service/intake.ts';
import * as answer from './service/joint/answer.ts';
import * as beside from './service/joint/beside.ts';
import { approveWhistle, blowWhistle } from './service/joint/blow.ts';
import { applyExclusion, decideExclusion } from './service/joint/exclusion.ts';
import { readDeskFigures, readJoint, readWhistle } from './service/joint/read.ts';
import * as ledgers from './service/ledgers.ts';
import { readOriginal } from './service/orders/original.ts';
import { openPasted } from './service/paste/open.ts';
import { readPaste } from './service/paste/read.ts';
import { getMyCase, listMyCases, trackCase, withdrawMyCase } from './service/plain.ts';
import * as publicPhotos from './service/publish/photos.ts';
import * as publishing from './service/publish/publish.ts';
import * as published from './service/publish/read.ts';
import { answerRating, openRating } from './service/rating/link.ts';
import { rateCase } from './service/rating/rate.ts';
import { countCases, getCase, listCases, listMatters, readFigures, revealRequester } from './service/read.ts';
import { listSimilar } from './service/relations.ts';
import { checkReply, draftReply } from './service/replies.ts';
import { followCase } from './service/resident/follow.ts';
import { supplementCase, urgeCase } from './service/resident/own.ts';
import { reportCase, sayAgain } from './service/resident/report.ts';
import * as review from './service/review.ts';
import * as signatures from './service/signatures.ts';
import { suggestCase } from './service/suggest.ts';

export const casesRoutes: readonly Route[] = [
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
  route(publish.readPublication, publishing.readPublication),
  route(publish.publishCase, publishing.publishCase),
  route(publish.withdrawPublication, publishing.withdrawPublication),
  route(publish.listPublished, published.listPublished),
  route(publish.similarQuestions, published.similarQuestions),
  route(publish.getPublished, published.getPublished),
  streamRoute(publish.readPublicPhoto, publicPhotos.readPublicPhoto),
  route(publish.agreeToPhotos, publicPhotos.agreeToPhotos),
  route(endpoints.openCase, openCase),
  route(originalEndpoint, readOriginal),
  route(readPasteEndpoint, readPaste),
  route(openPastedEndpoint, openPasted),
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
  route(duty.readStanding, readStanding),
  route(joint.readJoint, readJoint),
  route(joint.readWhistle, readWhistle),
  route(joint.readDeskFigures, readDeskFigures),
  route(joint.blowWhistle, blowWhistle),
  route(joint.approveWhistle, approveWhistle),
  route(joint.acknowledge, answer.acknowledge),
  route(joint.arrive, answer.arrive),
  route(joint.reportResponse, answer.reportResponse),
  route(joint.evaluateResponder, answer.evaluateResponder),
  route(joint.evaluateBlower, answer.evaluateBlower),
  route(joint.relateCase, beside.relateCase),
  route(joint.unrelateCase, beside.unrelateCase),
  route(joint.tagCase, beside.tagCase),
  route(joint.consult, beside.consult),
  route(joint.remind, beside.remind),
  route(joint.setHelper, beside.setHelper),
  route(joint.arbitrate, beside.arbitrate),
  route(joint.applyExclusion, applyExclusion),
  route(joint.decideExclusion, decideExclusion),
  route(replies.draftReply, draftReply),
  route(replies.checkReply, checkReply),
  route(reviewEndpoints.listReview, signatures.listReview),
  route(reviewEndpoints.countReview, signatures.countReview),
  route(reviewEndpoints.getReview, signatures.getReview),
  route(reviewEndpoints.signBatch, signatures.signBatch),
  route(reviewEndpoints.verifySignatures, signatures.verifySignatures),
  route(reviewEndpoints.tellFirst, signatures.tellFirst),
  route(callbackEndpoints.listCallbacks, callbacks.listCallbacks),
  route(callbackEndpoints.logCallback, callbacks.logCallback),
  route(callbackEndpoints.readRates, callbacks.readRates),
  route(callbackEndpoints.listRateCases, callbacks.listRateCases),
  route(ledgerEndpoints.listSuspended, ledgers.listSuspended),
  route(ledgerEndpoints.renewSuspension, ledgers.renewSuspension),
  route(ledgerEndpoints.readLedger, ledgers.readLedger),
  route(ledgerEndpoints.readSheets, ledgers.readSheets),
];
