import './poster.css';
import { useState } from 'react';
import { getActivity } from '#contract/activities/endpoints.ts';
import type { ActivityRecord } from '#contract/activities/records.ts';
import { clock, moment } from '#web/lib/formats.ts';
import { useRead } from '#web/lib/query.ts';
import { useParam } from '#web/lib/router.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { CodeImage } from '../CodeImage.tsx';
import { ages } from '../words.ts';
import { phonePicture } from './phonePicture.ts';
import { posterWords as words } from './words.ts';

const pathOf = (activity: ActivityRecord) => `/m/activities/${activity.activityId}`;

/** One activity on A4 for the notice board, and as a picture for the groups on the phone. */
export function PosterPage() {
  const activityId = useParam('activityId');
  const { data, error, refetch } = useRead(getActivity, { params: { activityId } });
  const [failed, setFailed] = useState(false);
  const savePicture = async (activity: ActivityRecord) => {
    try {
      const link = document.createElement('a');
      link.href = await phonePicture({
        title: activity.title,
        lines: linesOf(activity),
        url: `${window.location.origin}${pathOf(activity)}`,
        scan: words.scan,
      });
      link.download = `${activity.title}.png`;
      link.click();
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <DeskPage
      title={words.title}
      actions={
        data?.state === 'published' && (
          <>
            <Button onPress={() => void savePicture(data)}>{words.picture}</Button>
            <Button kind="primary" icon="printer" onPress={() => window.print()}>
              {words.print}
            </Button>
          </>
        )
      }
    >
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={8} />}
      {failed && <Banner kind="error">{words.failed}</Banner>}
      {data && data.state !== 'published' && <Banner kind="notice">{words.notYet}</Banner>}
      {data?.state === 'published' && <Poster activity={data} />}
    </DeskPage>
  );
}

/** When, where, for whom, by whom: what one asks in front of a notice board. */
function linesOf(activity: ActivityRecord): string[] {
  const times = activity.sessions
    .filter(({ state }) => state === 'planned')
    .slice(0, 4)
    .map(({ startsAt, endsAt }) => `${moment(startsAt)}–${clock(endsAt)}`);
  return [
    ...times,
    activity.place,
    words.whom(ages(activity.ageMin, activity.ageMax), activity.accompaniedBelow),
    activity.organiserName ?? activity.areaName,
  ];
}

function Poster({ activity }: { activity: ActivityRecord }) {
  return (
    <article className="jia-poster" aria-label={activity.title}>
      {activity.programmeName && <p className="jia-poster-brand">{activity.programmeName}</p>}
      <h2>{activity.title}</h2>
      <ul>
        {linesOf(activity).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {activity.body && <p className="jia-poster-body">{activity.body}</p>}
      <figure>
        <CodeImage path={pathOf(activity)} label={words.scan} />
        <figcaption>{words.scan}</figcaption>
      </figure>
    </article>
  );
}
