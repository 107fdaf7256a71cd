import * as endpoints from '#contract/calls/endpoints.ts';
import { type Route, route } from '#kernel/module.ts';
import { answer, readMine, readMyCall, readOwnSkills, setOwnSkills } from './service/answer.ts';
import { leaveNote, plan, readShifts } from './service/duty.ts';
import { close, end, issue } from './service/issue.ts';
import { count } from './service/reach.ts';
import { readCall, readCalls, readComing } from './service/read.ts';

export const routes: readonly Route[] = [
  route(endpoints.countReach, count),
  route(endpoints.issueCall, issue),
  route(endpoints.listCalls, readCalls),
  route(endpoints.getCall, readCall),
  route(endpoints.listComing, readComing),
  route(endpoints.standDown, end),
  route(endpoints.closeCall, close),
  route(endpoints.listMyCalls, readMine),
  route(endpoints.getMyCall, readMyCall),
  route(endpoints.answerCall, answer),
  route(endpoints.readSkills, readOwnSkills),
  route(endpoints.setSkills, setOwnSkills),
  route(endpoints.planDuty, plan),
  route(endpoints.listShifts, readShifts),
  route(endpoints.handOver, leaveNote),
];
