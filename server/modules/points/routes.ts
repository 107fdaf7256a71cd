import * as endpoints from '#contract/points/endpoints.ts';
import { readExpected as expectedEndpoint } from '#contract/points/expected.ts';
import * as mine from '#contract/points/mine.ts';
import { type Route, route } from '#kernel/module.ts';
import { readBoard } from './service/board.ts';
import { readExpected } from './service/expected.ts';
import { donatePoints, listMyStatement, poolPoints, readMyPoints, splitPoints } from './service/mine.ts';
import { decideObjection, listNotice, listObjections, objectToPoints } from './service/notice.ts';
import { getAccount, listAccounts, listStatement, readMonths, reverseGrant } from './service/read.ts';
import { decideRequest, listRequests, requestGrant } from './service/requests.ts';
import {
  fundProgramme,
  listProgrammes,
  listRules,
  makeRule,
  openProgramme,
  readRules,
  rehearseRule,
  returnBudget,
  setTariff,
} from './service/rules.ts';

export const pointsRoutes: readonly Route[] = [
  route(mine.readMyPoints, readMyPoints),
  route(mine.listMyStatement, listMyStatement),
  route(mine.splitPoints, splitPoints),
  route(mine.poolPoints, poolPoints),
  route(mine.donatePoints, donatePoints),
  route(endpoints.listNotice, listNotice),
  route(endpoints.objectToPoints, objectToPoints),
  route(expectedEndpoint, readExpected),
  route(endpoints.readBoard, readBoard),
  route(endpoints.readRules, readRules),
  route(endpoints.listProgrammes, listProgrammes),
  route(endpoints.openProgramme, openProgramme),
  route(endpoints.fundProgramme, fundProgramme),
  route(endpoints.returnBudget, returnBudget),
  route(endpoints.listRules, listRules),
  route(endpoints.makeRule, makeRule),
  route(endpoints.setTariff, setTariff),
  route(endpoints.rehearseRule, rehearseRule),
  route(endpoints.listRequests, listRequests),
  route(endpoints.requestGrant, requestGrant),
  route(endpoints.decideRequest, decideRequest),
  route(endpoints.listObjections, listObjections),
  route(endpoints.decideObjection, decideObjection),
  route(endpoints.listAccounts, listAccounts),
  route(endpoints.getAccount, getAccount),
  route(endpoints.listStatement, listStatement),
  route(endpoints.reverseGrant, reverseGrant),
  route(endpoints.readMonths, readMonths),
];
