import '../cases.css';
import './field.css';
import { readShift } from '#contract/cases/endpoints.ts';
import type { CaseRecord, CaseRow } from '#contract/cases/records.ts';
import { listHouseholds } from '#contract/people/endpoints.ts';
import { deviceOutbox } from '#web/lib/deviceOutbox.ts';
import { dayName } from '#web/lib/formats.ts';
import { useKeptRead } from '#web/lib/keep.ts';
import { useMayAnywhere, useMe } from '#web/lib/me.ts';
import { useOutbox } from '#web/lib/outbox.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { Figure } from '#web/ui/Figure/Figure.tsx';
import { Icon } from '#web/ui/Icon/Icon.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { isLate } from '../lamp.tsx';
import { projected } from './projected.ts';
import { TodayRow } from './TodayRow.tsx';
import { useIsTakenAlong } from './takeAlong.ts';
import { todayWords as words } from './words.ts';

export interface TodayPageProps {
  onOpen: (caseId: string) => void;
  onFind: (way: 'voice' | 'photo') => void;
  onChecks: () => void;
  onQueue: () => void;
}

/** 今日: what is due, what is late, what waits for a look; readable without a network. */
export function TodayPage(props: TodayPageProps) {
  const { data, error, retry } = useKeptRead(readShift);
  const cases = useMyCases();
  const today = cases.filter((one) => isToDo(one) && (isLate(one) || isDueToday(one) || isNew(one)));
  return (
    <>
      <TodayHeader isOnPhone={data !== undefined} />
      {error && !data && <Failed error={error} onRetry={retry} />}
      {!data && !error && <Loading rows={6} />}
      {data && (
        <div className="jia-today-figures">
          <Figure value={cases.filter(isToDo).filter(isDueToday).length} word={words.figures.dueToday} />
          <Late count={cases.filter(isToDo).filter(isLate).length} />
          <Figure value={data.checks.length} word={words.figures.checks} />
        </div>
      )}
      <div className="jia-today-ways">
        <Button icon="camera" onPress={() => props.onFind('photo')}>
          {words.snap}
        </Button>
        <Button icon="mic" onPress={() => props.onFind('voice')}>
          {words.speak}
        </Button>
      </div>
      {data && today.length === 0 && <EmptyState icon="check">{words.empty}</EmptyState>}
      <Rows cases={today} onOpen={props.onOpen} />
      {data && data.checks.length > 0 && (
        <RowSheet>
          <ListRow
            title={words.toCheck}
            note={words.checks(data.checks.length)}
            trailing={<span className="jia-link">{words.check}</span>}
            onPress={props.onChecks}
          />
        </RowSheet>
      )}
      <Queue onQueue={props.onQueue} />
    </>
  );
}

/** 工单: everything that is with my units, what was handed over at the end. */
export function FieldCasesPage({ onOpen }: Pick<TodayPageProps, 'onOpen'>) {
  const { data, error, retry } = useKeptRead(readShift);
  const cases = useMyCases();
  return (
    <>
      <PageHeader title={words.cases} />
      {error && !data && <Failed error={error} onRetry={retry} />}
      {!data && !error && <Loading rows={6} />}
      {data && cases.length === 0 && <EmptyState icon="check">{words.emptyAll}</EmptyState>}
      <Rows cases={cases.filter(isToDo)} onOpen={onOpen} />
      {cases.some((one) => !isToDo(one)) && <h2 className="jia-rows-head">{words.withOthers}</h2>}
      <Rows cases={cases.filter((one) => !isToDo(one))} onOpen={onOpen} />
    </>
  );
}

/** The cases taken along, with what waits on this phone laid over them. */
function useMyCases(): CaseRecord[] {
  const { data: me } = useMe();
  const { data } = useKeptRead(readShift);
  const { waiting } = useOutbox(deviceOutbox(me?.accountId ?? ''));
  return (data?.cases ?? []).map(({ record }) =>
    projected(
      record,
      waiting.filter(({ subject }) => subject === record.caseId),
      me?.name ?? '',
    ),
  );
}

function Rows({ cases, onOpen }: { cases: readonly CaseRecord[]; onOpen: (caseId: string) => void }) {
  if (cases.length === 0) return null;
  return (
    <div className="jia-rows">
      {cases.map((one) => (
        <TodayRow key={one.caseId} record={one} onOpen={() => onOpen(one.caseId)} />
      ))}
    </div>
  );
}

function TodayHeader({ isOnPhone }: { isOnPhone: boolean }) {
  const { data: me } = useMe();
  const may = useMayAnywhere();
  const isTaken = useIsTakenAlong();
  const households = useKeptRead(listHouseholds, { query: { limit: 200 } }, { enabled: may('person.read') })
    .data?.total;
  const place = me?.posts[0]?.areaName ?? words.title;
  return (
    <PageHeader
      title={place}
      {...(households ? { note: words.households(households) } : {})}
      action={
        <span className="jia-chip jia-chip-tag" role="status">
          {(isTaken || isOnPhone) && <Icon name="check" size={16} />}
          {isTaken || isOnPhone ? words.offlineReady : words.takingAlong}
        </span>
      }
    />
  );
}

const Late = ({ count }: { count: number }) => (
  <Figure value={count} word={words.figures.overdue} tone={count > 0 ? 'late' : 'plain'} />
);

function Queue({ onQueue }: { onQueue: () => void }) {
  const { data: me } = useMe();
  const { waiting, refused } = useOutbox(deviceOutbox(me?.accountId ?? ''));
  if (refused.length > 0)
    return (
      <Banner kind="error" action={{ word: words.see, onPress: onQueue }}>
        {words.refused(refused.length)}
      </Banner>
    );
  if (waiting.length === 0) return null;
  return (
    <Banner kind="queue" action={{ word: words.see, onPress: onQueue }}>
      {words.waiting(waiting.length)}
    </Banner>
  );
}

/** Handed in, it is with others until it comes back. */
const isToDo = ({ status }: CaseRow): boolean =>
  status === 'dispatched' || status === 'accepted' || status === 'in_progress' || status === 'verifying';

/** Whoever waits for a first call does not wait for the last day. */
const isNew = ({ status }: CaseRow): boolean => status === 'dispatched' || status === 'accepted';

const isDueToday = (one: CaseRow): boolean =>
  one.dueAt !== null && !isLate(one) && dayName(one.dueAt) === dayName(new Date());
