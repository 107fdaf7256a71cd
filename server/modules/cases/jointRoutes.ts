import * as joint from '#contract/cases/joint/endpoints.ts';
import { type Route, route } from '#kernel/module.ts';
import * as answer from './service/joint/answer.ts';
import * as beside from './service/joint/beside.ts';
import { approveWhistle, blowWhistle } from './service/joint/blow.ts';
import { applyExclusion, decideExclusion } from './service/joint/exclusion.ts';
import { readDeskFigures, readJoint, readWhistle } from './service/joint/read.ts';

export const jointRoutes: readonly Route[] = [
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
];
