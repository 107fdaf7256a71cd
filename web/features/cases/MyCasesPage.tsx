import './cases.css';
import { listMyCases } from '#contract/cases/endpoints.ts';
import { clock, moment } from '#web/lib/formats.ts';
import { useKeptRead } from '#web/lib/keep.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { StatusChip } from '#web/ui/StatusChip/StatusChip.tsx';
import { PlainChip, promised } from './plain.tsx';
import { dropReport, useWaitingReports } from './reportQueue.ts';
import { reportWords, myCasesWords as words } from './words.ts';

interface MyCasesPageProps {
  onOpen: (caseId: string) => void;
  onReport: () => void;
  onTrack: () => void;
}

/** What I reported, newest first; what still waits on this phone stands on top. */
export function MyCasesPage({ onOpen, onReport, onTrack }: MyCasesPageProps) {
  const { data, error, retry } = useKeptRead(listMyCases, { query: { limit: 100 } });
  const waiting = useWaitingReports();
  const report = <Button onPress={onReport}>{words.report}</Button>;
  return (
    <>
      <PageHeader
        title={words.title}
        onBack
        action={
          <Button small kind="quiet" onPress={onTrack}>
            {words.track}
          </Button>
        }
      />
      {waiting.length > 0 && (
        <RowSheet>
          {waiting.map((each) => (
            <ListRow
              key={each.key}
              title={each.body.text || reportWords.photoOnly}
              note={each.problem ?? clock(new Date(each.givenAt))}
              leading={
                <StatusChip status={each.problem ? 'returned' : 'paused'}>
                  {each.problem ? words.refused : words.waiting}
                </StatusChip>
              }
              trailing={
                each.problem && (
                  <Button small onPress={() => void dropReport(each)}>
                    {words.drop}
                  </Button>
                )
              }
            />
          ))}
        </RowSheet>
      )}
      {error && !data && <Failed error={error} onRetry={retry} />}
      {!data && !error && <Loading rows={5} />}
      {data?.items.length === 0 && waiting.length === 0 && (
        <EmptyState icon="chat" action={report}>
          {words.empty}
        </EmptyState>
      )}
      {data && data.items.length > 0 && (
        <RowSheet>
          {data.items.map((one) => (
            <ListRow
              key={one.caseId}
              title={one.title}
              note={[one.placeText, promised(one) || words.reported(moment(one.reportedAt))]
                .filter(Boolean)
                .join(' · ')}
              trailing={<PlainChip status={one.status} />}
              onPress={() => onOpen(one.caseId)}
            />
          ))}
        </RowSheet>
      )}
    </>
  );
}
