import * as endpoints from '#contract/coverage/endpoints.ts';
import { type Route, route } from '#kernel/module.ts';
import { listMyEntrances, listResponsible, listUncovered, readCoverage, readStaffing } from './service.ts';

export const routes: readonly Route[] = [
  route(endpoints.readCoverage, readCoverage),
  route(endpoints.listUncovered, listUncovered),
  route(endpoints.readStaffing, readStaffing),
  route(endpoints.listResponsible, listResponsible),
  route(endpoints.listMyEntrances, listMyEntrances),
];
