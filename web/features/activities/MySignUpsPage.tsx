import './activities.css';
import { mySignUps } from '#contract/activities/mine.ts';
import type { MySignUp } from '#contract/activities/records.ts';
import { useRead } from '#web/lib/query.ts';
import { useNavigate } from '#web/lib/router.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { BookedRows, isOver } from './Booked.tsx';
import { activityPaths as paths } from './paths.ts';
import { mineWords as words } from './words.ts';

/** Bookings of the whole family. */
export function MySignUpsPage() {
  const { data, error, refetch } = useRead(mySignUps);
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title={words.title} onBack />
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
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
      {data && <Parts items={data.items} />}
    </>
  );
}

/** What is still to come, the nearest first, and what is over. */
function Parts({ items }: { items: readonly MySignUp[] }) {
  const [coming, over] = [
    items.filter((item) => !isOver(item)).toSorted((a, b) => a.startsAt.localeCompare(b.startsAt)),
    items.filter((item) => isOver(item)),
  ];
  return (
    <>
      {coming.length > 0 && (
        <Section title={words.coming}>
          <BookedRows items={coming} isList />
        </Section>
      )}
      {over.length > 0 && (
        <Section title={words.over}>
          <BookedRows items={over} isList />
        </Section>
      )}
    </>
  );
}
