import * as endpoints from '#contract/territory/endpoints.ts';
import * as mapEndpoints from '#contract/territory/mapEndpoints.ts';
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
  route(mapEndpoints.mapAreas, mapAreas),
  route(mapEndpoints.listBoundaries, listBoundaries),
  route(mapEndpoints.drawBoundary, drawBoundary),
  uploadRoute(mapEndpoints.previewBoundaries, previewBoundaries),
  uploadRoute(mapEndpoints.importBoundaries, importBoundaries),
  route(mapEndpoints.readSheet, readSheet),
  route(mapEndpoints.listResources, listResources),
  route(mapEndpoints.addResource, addResource),
  route(mapEndpoints.changeResource, changeResource),
  route(mapEndpoints.removeResource, removeResource),
];
