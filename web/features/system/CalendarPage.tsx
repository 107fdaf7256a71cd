import './system.css';
import { useState } from 'react';
import { readCalendarState, readCalendarYear } from '#contract/system/endpoints.ts';
import type { CalendarDayRecord, CalendarYear } from '#contract/system/records.ts';
import { dayStamp } from '#web/lib/formats.ts';
import { useMayAnywhere } from '#web/lib/me.ts';
import { useRead } from '#web/lib/query.ts';
import { useFilters } from '#web/lib/router.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { Figure } from '#web/ui/Figure/Figure.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { StatusChip } from '#web/ui/StatusChip/StatusChip.tsx';
import { CalendarBanner } from './CalendarBanner.tsx';
import { DayForm } from './DayForm.tsx';
import { MonthSheet } from './MonthSheet.tsx';
import { PublishNoticeForm } from './PublishNoticeForm.tsx';
import { calendarWords as words } from './words.ts';

/** A year as deadlines count it, month by month. */
export function CalendarPage() {
  const [filters, setFilters] = useFilters();
  const year = Number(filters.year ?? dayStamp(new Date()).slice(0, 4));
  const [chosen, choose] = useState<CalendarDayRecord | null>(null);
  const [isPublishing, setPublishing] = useState(false);
  const mayEdit = useMayAnywhere()('calendar.edit');
  const { data, error, refetch } = useRead(readCalendarYear, { params: { year } });
  const go = (to: number) => setFilters({ year: String(to) });
  return (
    <DeskPage
      title={words.year(year)}
      figures={data && <YearFigures year={data} />}
      actions={
        <>
          <Button icon="left" onPress={() => go(year - 1)}>
            {words.before}
          </Button>
          <Button icon="right" onPress={() => go(year + 1)}>
            {words.after}
          </Button>
          {mayEdit && (
            <Button kind="primary" onPress={() => setPublishing(true)}>
              {words.publish}
            </Button>
          )}
        </>
      }
    >
      <CalendarBanner />
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={10} />}
      {data && <YearSheet year={data} onChoose={mayEdit ? choose : undefined} />}
      {chosen && <DayForm day={chosen} onClose={() => choose(null)} />}
      {isPublishing && <PublishNotice year={year} onClose={() => setPublishing(false)} />}
    </DeskPage>
  );
}

/** Offers the year that is missed first, else the year in view. */
function PublishNotice({ year, onClose }: { year: number; onClose: () => void }) {
  const { data } = useRead(readCalendarState);
  if (!data) return null;
  return <PublishNoticeForm year={data.missingYears[0] ?? year} onClose={onClose} />;
}

function YearFigures({ year }: { year: CalendarYear }) {
  const { workdays, holidays, makeupWorkdays } = year.counts;
  return (
    <>
      <Figure value={workdays} unit={words.days} word={words.figures.workdays} />
      <Figure value={holidays} unit={words.days} word={words.figures.holidays} />
      <Figure value={makeupWorkdays} unit={words.days} word={words.figures.makeup} />
    </>
  );
}

interface YearSheetProps {
  year: CalendarYear;
  onChoose: ((day: CalendarDayRecord) => void) | undefined;
}

function YearSheet({ year, onChoose }: YearSheetProps) {
  const months = Array.from({ length: 12 }, (_, index) => index + 1);
  return (
    <>
      <div className="jia-calendar-state">
        {year.published ? (
          <StatusChip status="done">{words.published}</StatusChip>
        ) : (
          <StatusChip status="soon">{words.unpublished}</StatusChip>
        )}
        {year.source && (
          <span className="jia-hint">
            {year.source === 'pack' ? words.packSource : words.source(year.source)}
          </span>
        )}
        <span className="jia-calendar-legend">
          <i className="jia-day jia-day-holiday" /> {words.legend.holiday}
          <i className="jia-day jia-day-makeup_workday" /> {words.legend.makeup}
          <i className="jia-day jia-day-local" /> {words.legend.local}
        </span>
      </div>
      <div className="jia-calendar">
        {months.map((month) => (
          <MonthSheet
            key={month}
            month={month}
            days={year.days.filter((day) => Number(day.day.slice(5, 7)) === month)}
            onChoose={onChoose}
          />
        ))}
      </div>
    </>
  );
}
