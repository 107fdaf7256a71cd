import * as desk from '#contract/attendance/desk.ts';
import * as endpoints from '#contract/attendance/endpoints.ts';
import * as rules from '#contract/attendance/rules.ts';
import { type Route, route } from '#kernel/module.ts';
import {
  checkCertificate,
  issueCertificate,
  listCertifiable,
  readCertificate,
} from './service/certificates.ts';
import { takeMemberKey } from './service/keys.ts';
import { drawSpotCheck, listHours, readOwnHours } from './service/ledger.ts';
import { scanMember } from './service/member.ts';
import { listOwnSessions, scanVenue } from './service/own.ts';
import {
  confirmHours,
  correctHours,
  declineHours,
  listHourRequests,
  requestHours,
} from './service/requests.ts';
import { changeHoursRules, readHoursRules } from './service/settings.ts';
import { listVenues, openVenue, readVenue, reviewScan } from './service/venue.ts';

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
  route(rules.readHoursRules, readHoursRules),
  route(rules.changeHoursRules, changeHoursRules),
];
