import './sheet.css';
import { listPractice } from '#contract/activities/practice.ts';
import type { PracticeList } from '#contract/activities/records.ts';
import { useRead } from '#web/lib/query.ts';
import { useParam } from '#web/lib/router.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { CodeImage } from '../CodeImage.tsx';
import { practiceWords as words } from './words.ts';

/** The list on A4, a code beside each item: parents scan it on the fridge door. */
export function PracticeSheet() {
  const listId = useParam('listId');
  const { data, error, refetch } = useRead(listPractice);
  const list = data?.items.find((one) => one.listId === listId);
  return (
    <DeskPage
      title={words.sheetTitle}
      actions={
        <Button kind="primary" icon="printer" onPress={() => window.print()}>
          {words.print}
        </Button>
      }
    >
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={8} />}
      {list && <Paper list={list} />}
    </DeskPage>
  );
}

function Paper({ list }: { list: PracticeList }) {
  return (
    <article className="jia-practice-paper" aria-label={list.title}>
      <h2>
        {list.term} {list.title}
      </h2>
      {list.foreword && <p>{list.foreword}</p>}
      <table>
        <thead>
          <tr>
            <th>{words.number}</th>
            <th>{words.item}</th>
            <th>{words.hours}</th>
            <th>{words.scan}</th>
          </tr>
        </thead>
        <tbody>
          {list.items.map((item, index) => (
            <tr key={item.title}>
              <td>{index + 1}</td>
              <td>{item.title}</td>
              <td>{item.hoursText}</td>
              <td>
                <CodeImage path={pathOf(item)} label={`${words.scan} ${item.title}`} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}

/** Where the code leads: the activity, the activities of the programme, or all of them. */
function pathOf({ activityId, programmeId }: PracticeList['items'][number]): string {
  if (activityId) return `/m/activities/${activityId}`;
  return programmeId ? `/m/activities?programmeId=${programmeId}` : '/m/activities';
}
