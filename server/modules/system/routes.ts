import * as endpoints from '#contract/system/endpoints.ts';
import { type Route, route, uploadRoute } from '#kernel/module.ts';
import {
  previewNotice,
  publishNotice,
  readCalendarState,
  readCalendarYear,
  readNoticeFile,
  resetCalendarDay,
  setCalendarDay,
} from './service/calendar.ts';
import { readSystemStatus } from './service/status.ts';

export const routes: readonly Route[] = [
  route(endpoints.readCalendarState, readCalendarState),
  route(endpoints.readCalendarYear, readCalendarYear),
  route(endpoints.previewNotice, previewNotice),
  uploadRoute(endpoints.readNoticeFile, readNoticeFile),
  route(endpoints.publishNotice, publishNotice),
  route(endpoints.setCalendarDay, setCalendarDay),
  route(endpoints.resetCalendarDay, resetCalendarDay),
  route(endpoints.readSystemStatus, readSystemStatus),
];
