import * as endpoints from '#contract/families/endpoints.ts';
import { type Route, route } from '#kernel/module.ts';
import {
  addChild,
  changeFamily,
  foundFamily,
  invite,
  joinFamily,
  leaveFamily,
  nameMember,
  readInvitation,
} from './service/mine.ts';
import { resetNickname } from './service/office.ts';
import { listCompanions, listFamilies, readMyFamily } from './service/read.ts';

export const familiesRoutes: readonly Route[] = [
  route(endpoints.readMyFamily, readMyFamily),
  route(endpoints.listCompanions, listCompanions),
  route(endpoints.foundFamily, foundFamily),
  route(endpoints.changeFamily, changeFamily),
  route(endpoints.inviteToFamily, invite),
  route(endpoints.readInvitation, readInvitation),
  route(endpoints.joinFamily, joinFamily),
  route(endpoints.addChild, addChild),
  route(endpoints.nameMember, nameMember),
  route(endpoints.leaveFamily, leaveFamily),
  route(endpoints.listFamilies, listFamilies),
  route(endpoints.resetNickname, resetNickname),
];
