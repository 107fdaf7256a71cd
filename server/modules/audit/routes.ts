import * as endpoints from '#contract/audit/endpoints.ts';
import { type Route, route, streamRoute } from '#kernel/module.ts';
import { exportTrail } from './service/export.ts';
import { getAuditEvent, listAuditEvents, listAuditHeads } from './service/read.ts';
import { verifyTrail } from './service/verify.ts';

export const routes: readonly Route[] = [
  route(endpoints.listAuditEvents, listAuditEvents),
  route(endpoints.getAuditEvent, getAuditEvent),
  route(endpoints.verifyTrail, verifyTrail),
  streamRoute(endpoints.exportTrail, exportTrail),
  route(endpoints.listAuditHeads, listAuditHeads),
];
