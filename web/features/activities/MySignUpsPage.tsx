import './activities.css';
import { mySignUps } from '#contract/activities/mine.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useRead } from '#web/lib/query.ts';
import { useNavigate } from '#web/lib/router.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { BookedRows } from './Booked.tsx';
import { activityPaths as paths } from './paths.ts';
import { mineWords as words } from './words.ts';

/** Bookings of the whole family. */
export function MySignUpsPage() {
  const { data, error, refetch } = useRead(mySignUps);
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title={words.title} onBack />
      {error && !data && <Failed sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={4} />}
      {data?.items.length === 0 && (
        <EmptyState
          icon="calendar"
          action={
            <Button kind="primary" onPress={() => void navigate({ to: paths.list as never })}>
              {words.toList}
            </Button>
          }
        >
          {words.none}
        </EmptyState>
      )}
      {data && data.items.length > 0 && <BookedRows items={data.items} isList />}
    </>
  );
}
