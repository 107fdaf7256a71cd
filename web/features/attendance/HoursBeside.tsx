import './attendance.css';
import { readOwnHours } from '#contract/attendance/endpoints.ts';
import { useRead } from '#web/lib/query.ts';
import { useNavigate } from '#web/lib/router.ts';
import { attendancePaths as paths } from './paths.ts';
import { hoursFigure, hourUnit, hoursWords as words } from './words.ts';

/** Hours of oneself and the children together, beside the points: another account, never spent. */
export function HoursBeside() {
  const { data } = useRead(readOwnHours);
  const navigate = useNavigate();
  if (!data) return null;
  const minutes = data.people.reduce(
    (sum, { volunteerMinutes, participantMinutes }) => sum + volunteerMinutes + participantMinutes,
    0,
  );
  return (
    <button
      type="button"
      className="jia-hours-beside"
      onClick={() => void navigate({ to: paths.hours as never })}
    >
      <span>{words.beside}</span>
      <strong>
        {hoursFigure(minutes)}
        <small>{hourUnit}</small>
      </strong>
    </button>
  );
}
