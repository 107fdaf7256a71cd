import * as endpoints from '#contract/open311/endpoints.ts';
import { type Route, route } from '#kernel/module.ts';
import { listKeys, makeKey, revokeKey } from './service/keys.ts';

export const routes: readonly Route[] = [
  route(endpoints.listKeys, listKeys),
  route(endpoints.makeKey, makeKey),
  route(endpoints.revokeKey, revokeKey),
];
