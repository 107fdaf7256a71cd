import * as counter from '#contract/redemption/counter.ts';
import * as endpoints from '#contract/redemption/endpoints.ts';
import * as limits from '#contract/redemption/limits.ts';
import * as office from '#contract/redemption/office.ts';
import { type Route, route, streamRoute } from '#kernel/module.ts';
import { captureCode, captureVoucher, undoCapture } from './service/capture.ts';
import { rateRedemption, showCode } from './service/code.ts';
import {
  addStaff,
  changeOffer,
  listReceipts,
  listShopOffers,
  pauseOffer,
  publishOffer,
  readShop,
  removeStaff,
} from './service/counter.ts';
import { changeLimits, listLimits, readLimits } from './service/limits.ts';
import {
  getSettlement,
  getShopSettlement,
  listMonths,
  listSettlements,
  readSheet,
  readShopSheet,
} from './service/months.ts';
import { changeMerchant, enterScore, getMerchant, joinMerchant, listMerchants } from './service/office.ts';
import { cancelRedemption, reserveOffer } from './service/reserve.ts';
import {
  answerAppeal,
  appealSettlement,
  closeSettlement,
  confirmSettlement,
  openSettlements,
  signSettlement,
} from './service/settle.ts';
import { getMine, listMine, listOffers } from './service/show.ts';

export const redemptionRoutes: readonly Route[] = [
  route(endpoints.listOffers, listOffers),
  route(endpoints.reserveOffer, reserveOffer),
  route(endpoints.listMyRedemptions, listMine),
  route(endpoints.getMyRedemption, getMine),
  route(endpoints.showCode, showCode),
  route(endpoints.cancelRedemption, cancelRedemption),
  route(endpoints.rateRedemption, rateRedemption),
  route(limits.readLimits, readLimits),
  route(limits.listLimits, listLimits),
  route(limits.changeLimits, changeLimits),
  route(counter.readShop, readShop),
  route(counter.captureCode, captureCode),
  route(counter.captureVoucher, captureVoucher),
  route(counter.undoCapture, undoCapture),
  route(counter.listReceipts, listReceipts),
  route(counter.listShopOffers, listShopOffers),
  route(counter.publishOffer, publishOffer),
  route(counter.changeOffer, changeOffer),
  route(counter.pauseOffer, pauseOffer),
  route(counter.addShopStaff, addStaff),
  route(counter.removeShopStaff, removeStaff),
  route(counter.listShopMonths, listMonths),
  route(counter.getShopSettlement, getShopSettlement),
  streamRoute(counter.readShopSheet, readShopSheet),
  route(counter.confirmSettlement, confirmSettlement),
  route(counter.appealSettlement, appealSettlement),
  route(office.listMerchants, listMerchants),
  route(office.getMerchant, getMerchant),
  route(office.joinMerchant, joinMerchant),
  route(office.changeMerchant, changeMerchant),
  route(office.enterScore, enterScore),
  route(office.listSettlements, listSettlements),
  route(office.getSettlement, getSettlement),
  streamRoute(office.readSheet, readSheet),
  route(office.openSettlements, openSettlements),
  route(office.answerAppeal, answerAppeal),
  route(office.signSettlement, signSettlement),
  route(office.closeSettlement, closeSettlement),
];
