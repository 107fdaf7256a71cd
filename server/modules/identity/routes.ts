import * as deviceEndpoints from '#contract/identity/devices.ts';
import * as endpoints from '#contract/identity/endpoints.ts';
import { type Route, route } from '#kernel/module.ts';
import { changeAccountState, listAccountRecords } from './service/accounts.ts';
import { requestCode } from './service/code.ts';
import { contactDevice, wipeDevices } from './service/devices.ts';
import { readMeOf } from './service/me.ts';
import {
  beginSecondFactor,
  changeOwnPassword,
  confirmOwnSecondFactor,
  resetPasswordOf,
} from './service/password.ts';
import {
  assignPostTo,
  delegatePostTo,
  endDelegationNow,
  endPostNow,
  listPostRecords,
} from './service/posts.ts';
import { signInByCode, signInByPassword, signOutNow } from './service/signIn.ts';

export const identityRoutes: readonly Route[] = [
  route(endpoints.sendCode, requestCode),
  route(endpoints.signInWithCode, signInByCode),
  route(endpoints.signInWithPassword, signInByPassword),
  route(endpoints.signOut, signOutNow),
  route(endpoints.readMe, readMeOf),
  route(endpoints.changePassword, changeOwnPassword),
  route(endpoints.startSecondFactor, beginSecondFactor),
  route(endpoints.confirmSecondFactor, confirmOwnSecondFactor),
  route(endpoints.listPosts, listPostRecords),
  route(endpoints.assignPost, assignPostTo),
  route(endpoints.endPost, endPostNow),
  route(endpoints.delegatePost, delegatePostTo),
  route(endpoints.endDelegation, endDelegationNow),
  route(endpoints.listAccounts, listAccountRecords),
  route(endpoints.changeAccount, changeAccountState),
  route(endpoints.resetPassword, resetPasswordOf),
  route(deviceEndpoints.deviceContact, contactDevice),
  route(deviceEndpoints.wipeDevices, wipeDevices),
];
