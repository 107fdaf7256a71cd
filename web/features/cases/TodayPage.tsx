import './cases.css';
import { listCases } from '#contract/cases/endpoints.ts';
import type { CaseRow } from '#contract/cases/records.ts';
import { dayName } from '#web/lib/formats.ts';
import { useKeptRead } from '#web/lib/keep.ts';
import { useMe } from '#web/lib/me.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { Figure } from '#web/ui/Figure/Figure.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { isLate, Lamp } from './lamp.tsx';
import { labels, fieldWords as words } from './words.ts';

/** 今日: what is assigned to me, nearest date first; readable without a network. */
export function TodayPage({ onOpen }: { onOpen: (caseId: string) => void }) {
  const { data: me } = useMe();
  const query = { limit: 200, open: 'true' as const, mine: 'true' as const };
  const { data, error, retry } = useKeptRead(listCases, { query });
  const cases = (data?.items ?? []).filter(isToDo);
  const place = me?.posts[0]?.areaName;
  return (
    <>
      <PageHeader title={words.today} {...(place ? { note: place } : {})} />
      {error && !data && <Failed sentence={sentenceOf(error)} onRetry={retry} />}
      {!data && !error && <Loading rows={6} />}
      {data && <TodayFigures cases={cases} />}
      {data && cases.length === 0 && <EmptyState icon="check">{words.empty}</EmptyState>}
      {cases.length > 0 && (
        <div className="jia-rows">
          {cases.map((one) => (
            <article key={one.caseId} className="jia-today">
              <div className="jia-case-title">
                <h2>{one.title}</h2>
                <Lamp of={one} />
              </div>
              <div className="jia-today-foot">
                <span className="jia-text2">
                  {[one.placeText || one.area?.name, labels.status[one.status]].filter(Boolean).join(' · ')}
                </span>
                <Button small onPress={() => onOpen(one.caseId)}>
                  {words.open}
                </Button>
              </div>
            </article>
          ))}
        </div>
      )}
    </>
  );
}

/** Handed in, it is with others until it comes back. */
const isToDo = ({ status }: CaseRow): boolean =>
  status === 'dispatched' || status === 'accepted' || status === 'in_progress' || status === 'verifying';

function TodayFigures({ cases }: { cases: readonly CaseRow[] }) {
  const now = new Date();
  const late = cases.filter(isLate).length;
  const today = cases.filter(
    (one) => one.dueAt && !isLate(one) && dayName(one.dueAt) === dayName(now),
  ).length;
  return (
    <div className="jia-today-figures">
      <Figure value={today} word={words.figures.dueToday} />
      <Figure value={late} word={words.figures.overdue} tone={late > 0 ? 'late' : 'plain'} />
      <Figure value={cases.length} word={words.figures.all} />
    </div>
  );
}
