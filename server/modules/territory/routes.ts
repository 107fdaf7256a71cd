import * as endpoints from '#contract/territory/endpoints.ts';
import { type Route, route, uploadRoute } from '#kernel/module.ts';
import { drawBoundary, listBoundaries } from './service/boundary.ts';
import { changeArea, createArea, moveArea, retireArea } from './service/change.ts';
import { importBoundaries, previewBoundaries } from './service/importBoundaries.ts';
import { findAreaAt, listPlaces, mapAreas, readSheet } from './service/map.ts';
import { countAreas, listAreaHistory, listAreas, listGridTypes, readArea } from './service/read.ts';
import { addResource, changeResource, listResources, removeResource } from './service/resource.ts';

export const routes: readonly Route[] = [
  route(endpoints.listAreas, listAreas),
  route(endpoints.countAreas, countAreas),
  route(endpoints.readArea, readArea),
  route(endpoints.createArea, createArea),
  route(endpoints.changeArea, changeArea),
  route(endpoints.moveArea, moveArea),
  route(endpoints.retireArea, retireArea),
  route(endpoints.listAreaHistory, listAreaHistory),
  route(endpoints.listGridTypes, listGridTypes),
  route(endpoints.listPlaces, listPlaces),
  route(endpoints.findAreaAt, findAreaAt),
  route(endpoints.mapAreas, mapAreas),
  route(endpoints.listBoundaries, listBoundaries),
  route(endpoints.drawBoundary, drawBoundary),
  uploadRoute(endpoints.previewBoundaries, previewBoundaries),
  uploadRoute(endpoints.importBoundaries, importBoundaries),
  route(endpoints.readSheet, readSheet),
  route(endpoints.listResources, listResources),
  route(endpoints.addResource, addResource),
  route(endpoints.changeResource, changeResource),
  route(endpoints.removeResource, removeResource),
];
