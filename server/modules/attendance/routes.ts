import * as desk from '#contract/attendance/desk.ts';
import * as endpoints from '#contract/attendance/endpoints.ts';
import * as notice from '#contract/attendance/notice.ts';
import * as own from '#contract/attendance/own.ts';
import * as rules from '#contract/attendance/rules.ts';
import { type Route, route } from '#kernel/module.ts';
import {
  checkCertificate,
  issueCertificate,
  listCertifiable,
  readCertificate,
} from './service/certificates.ts';
import { decideHoursObjection, listHoursObjections, publishCheck } from './service/checks.ts';
import { joinHonour, leaveHonour, listHonours, readOwnHonour } from './service/honours.ts';
import { takeMemberKey } from './service/keys.ts';
import { drawSpotCheck, listHours, readOwnHours } from './service/ledger.ts';
import { scanMember } from './service/member.ts';
import { listNoticedCertificates, listNoticedChecks, objectToHours } from './service/notice.ts';
import { listOwnSessions, scanVenue } from './service/own.ts';
import {
  confirmHours,
  correctHours,
  declineHours,
  listHourRequests,
  requestHours,
  takeUpRequest,
} from './service/requests.ts';
import { listOwnKeys, revokeKeysAtVenue, revokeKeysOfEntry, revokeOwnKey } from './service/revoke.ts';
import { changeHoursRules, readHoursRules } from './service/settings.ts';
import { listVenues, openVenue, readVenue, reviewScan } from './service/venue.ts';
import { askCorrection } from './service/wish.ts';

export const routes: readonly Route[] = [
  route(endpoints.listVenues, listVenues),
  route(endpoints.readVenue, readVenue),
  route(endpoints.openVenue, openVenue),
  route(endpoints.scanMember, scanMember),
  route(endpoints.reviewScan, reviewScan),
  route(endpoints.requestHours, requestHours),
  route(endpoints.listHourRequests, listHourRequests),
  route(endpoints.confirmHours, confirmHours),
  route(endpoints.approveCorrection, confirmHours),
  route(endpoints.declineHours, declineHours),
  route(endpoints.listOwnSessions, listOwnSessions),
  route(endpoints.scanVenue, scanVenue),
  route(endpoints.takeMemberKey, takeMemberKey),
  route(endpoints.readOwnHours, readOwnHours),
  route(endpoints.listCertifiable, listCertifiable),
  route(endpoints.issueCertificate, issueCertificate),
  route(endpoints.readCertificate, readCertificate),
  route(endpoints.checkCertificate, checkCertificate),
  route(desk.listHours, listHours),
  route(desk.drawSpotCheck, drawSpotCheck),
  route(desk.correctHours, correctHours),
  route(endpoints.declineCorrection, declineHours),
  route(endpoints.takeUpRequest, takeUpRequest),
  route(endpoints.revokeKeysAtVenue, revokeKeysAtVenue),
  route(desk.revokeKeysOfEntry, revokeKeysOfEntry),
  route(own.askCorrection, askCorrection),
  route(own.readOwnHonour, readOwnHonour),
  route(own.joinHonour, joinHonour),
  route(own.leaveHonour, leaveHonour),
  route(own.listHonours, listHonours),
  route(own.listOwnKeys, listOwnKeys),
  route(own.revokeOwnKey, revokeOwnKey),
  route(notice.listNoticedCertificates, listNoticedCertificates),
  route(notice.listNoticedChecks, listNoticedChecks),
  route(notice.objectToHours, objectToHours),
  route(notice.publishCheck, publishCheck),
  route(notice.listHoursObjections, listHoursObjections),
  route(notice.decideHoursObjection, decideHoursObjection),
  route(rules.readHoursRules, readHoursRules),
  route(rules.changeHoursRules, changeHoursRules),
];
