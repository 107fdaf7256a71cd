import type { ResidentActivity, SessionRecord } from '#contract/activities/records.ts';
import { readExpected } from '#contract/points/expected.ts';
import { oneDecimal } from '#web/lib/formats.ts';
import { useRead } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { Icon } from '#web/ui/Icon/Icon.tsx';
import { calendarFile } from './calendarFile.ts';
import { extrasWords as words } from './words.ts';

/** What the session earns a volunteer by the tariff of today; nothing where it earns nothing. */
export function Gain({ session }: { session: SessionRecord }) {
  const { data } = useRead(readExpected, { params: { sessionId: session.sessionId } });
  if (!data || data.points === null) return null;
  return (
    <p className="jia-activity-gain">
      <Icon name="seed" warm />
      {words.gain(oneDecimal(data.minutes / 60), data.points)}
    </p>
  );
}

/** The session for the calendar of the phone. */
export function AddToCalendar({ activity, session }: { activity: ResidentActivity; session: SessionRecord }) {
  const save = () => {
    const text = calendarFile({
      id: session.sessionId,
      title: activity.title,
      place: session.place || activity.place,
      note: `${window.location.origin}/m/activities/${activity.activityId}`,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      madeAt: new Date(),
    });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
    link.download = `${activity.title}.ics`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <Button small icon="calendar" onPress={save}>
      {words.calendar}
    </Button>
  );
}
