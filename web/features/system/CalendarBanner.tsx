import { readCalendarState } from '#contract/system/endpoints.ts';
import { useRead } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';

/** A year that deadlines reach into has no published calendar: says so until it has. */
export function CalendarBanner() {
  const { data } = useRead(readCalendarState);
  const [warning] = data?.warnings ?? [];
  return warning ? <Banner kind="notice">{warning}</Banner> : null;
}
