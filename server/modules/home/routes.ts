import { chooseCommunity, readHome } from '#contract/home/endpoints.ts';
import { type Route, route } from '#kernel/module.ts';
import { chooseOwnCommunity, readHomeOf } from './service.ts';

export const routes: readonly Route[] = [
  route(readHome, readHomeOf),
  route(chooseCommunity, chooseOwnCommunity),
];
