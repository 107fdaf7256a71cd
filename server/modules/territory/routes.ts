import * as endpoints from '#contract/territory/endpoints.ts';
import { type Route, route } from '#kernel/module.ts';
import { changeArea, createArea, moveArea, retireArea } from './service/change.ts';
import { countAreas, listAreas, listGridTypes, readArea } from './service/read.ts';

export const routes: readonly Route[] = [
  route(endpoints.listAreas, listAreas),
  route(endpoints.countAreas, countAreas),
  route(endpoints.readArea, readArea),
  route(endpoints.createArea, createArea),
  route(endpoints.changeArea, changeArea),
  route(endpoints.moveArea, moveArea),
  route(endpoints.retireArea, retireArea),
  route(endpoints.listGridTypes, listGridTypes),
];
