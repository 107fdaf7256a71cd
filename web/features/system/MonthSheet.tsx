import type { CalendarDayRecord } from '#contract/system/records.ts';
import { calendarWords as words } from './words.ts';

interface MonthSheetProps {
  month: number;
  days: readonly CalendarDayRecord[];
  /** Absent where the viewer only reads. */
  onChoose: ((day: CalendarDayRecord) => void) | undefined;
}

/** One month, Monday first; what is not ordinary has a colour, a word and a title. */
export function MonthSheet({ month, days, onChoose }: MonthSheetProps) {
  const first = days[0] ? mondayIndex(days[0].day) : 0;
  return (
    <section className="jia-month" aria-label={words.month(month)}>
      <h3>{words.month(month)}</h3>
      <div className="jia-month-days">
        {words.weekdays.map((weekday) => (
          <span key={weekday} className="jia-month-weekday">
            {weekday}
          </span>
        ))}
        {days.map((day, index) => (
          <DayCell key={day.day} day={day} column={index === 0 ? first + 1 : undefined} onChoose={onChoose} />
        ))}
      </div>
    </section>
  );
}

/** 0 is Monday. */
const mondayIndex = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

interface DayCellProps {
  day: CalendarDayRecord;
  column: number | undefined;
  onChoose: ((day: CalendarDayRecord) => void) | undefined;
}

function DayCell({ day, column, onChoose }: DayCellProps) {
  const title = [day.day, words.kinds[day.kind], day.name, day.local && words.local(day.local.reason)];
  const common = {
    className: `jia-day jia-day-${day.kind}${day.local ? ' jia-day-local' : ''}`,
    style: column === undefined ? {} : { gridColumnStart: column },
    title: title.filter(Boolean).join(' · '),
  };
  const content = (
    <>
      {Number(day.day.slice(8))}
      <span className="jia-unseen">{words.kinds[day.kind]}</span>
    </>
  );
  if (!onChoose) return <span {...common}>{content}</span>;
  return (
    <button type="button" {...common} onClick={() => onChoose(day)}>
      {content}
    </button>
  );
}
