import { browseActivities } from '#contract/activities/mine.ts';
import { activityPaths } from '#web/features/activities/paths.ts';
import { attendancePaths } from '#web/features/attendance/paths.ts';
import { dayName } from '#web/lib/formats.ts';
import { useRead } from '#web/lib/query.ts';
import { useNavigate } from '#web/lib/router.ts';
import { Icon, type IconName } from '#web/ui/Icon/Icon.tsx';
import { useCaseWays } from './caseWays.ts';
import { residentPaths as paths } from './paths.ts';
import { residentWords as words } from './words.ts';

/** What one can do from the elder page, each a tile with a word and what it is for; there is no bar of tabs below. */
export function ElderDeeds() {
  const ways = useCaseWays();
  const navigate = useNavigate();
  const to = (path: string) => () => void navigate({ to: path as never });
  const { data } = useRead(browseActivities, { query: { limit: 1, own: true } });
  const next = data?.items[0];
  const soon = next?.nextSession && words.elder.next(dayName(next.nextSession.startsAt), next.title);
  const { deeds } = words.elder;
  const tiles: readonly [IconName, { word: string; note: string }, () => void][] = [
    ['mic', deeds.report, ways.report],
    ['clock', deeds.cases, ways.all],
    ['calendar', { ...deeds.activities, note: soon || deeds.activities.note }, to(activityPaths.list)],
    ['hands', deeds.help, to(paths.community)],
    ['scan', deeds.code, to(attendancePaths.memberCode)],
    ['person', deeds.mine, to(paths.mine)],
  ];
  return (
    <div className="jia-elder-deeds">
      {tiles.map(([icon, { word, note }, onPress]) => (
        <button key={word} type="button" className="jia-elder-tile" onClick={onPress}>
          <Icon name={icon} />
          <span className="jia-elder-tile-word">{word}</span>
          <span className="jia-elder-tile-note">{note}</span>
        </button>
      ))}
    </div>
  );
}
