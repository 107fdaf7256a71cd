import './cases.css';
import './review/review.css';
import { useState } from 'react';
import { countReview, listReview } from '#contract/cases/review/endpoints.ts';
import { duration } from '#web/lib/formats.ts';
import { usePages, useRead } from '#web/lib/query.ts';
import { useFilters } from '#web/lib/router.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { Figure } from '#web/ui/Figure/Figure.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { FilterSentence } from '#web/ui/RegisterTable/FilterSentence.tsx';
import { Batch, type Outcome, Outcomes } from './review/Batch.tsx';
import { Reviewed } from './review/Reviewed.tsx';
import { ReviewList } from './review/ReviewList.tsx';
import { reviewWords as words } from './review/words.ts';

/** 四级审签: what waits for the viewer's signature. One beside the list; on a phone, one instead of it. */
export function ReviewPage() {
  const [filters, setFilters] = useFilters();
  const isTold = filters.which === 'told_first';
  const rows = usePages(listReview, { query: { which: isTold ? 'told_first' : 'mine' } });
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const [done, setDone] = useState<string | null>(null);
  const openId = filters.case ?? rows.rows[0]?.caseId;
  const toggle = (caseId: string) =>
    setTicked(ticked.includes(caseId) ? ticked.filter((one) => one !== caseId) : [...ticked, caseId]);
  const open = (caseId: string | undefined, sentence: string | null = null) => {
    setDone(sentence);
    setFilters({ case: caseId });
  };
  return (
    <DeskPage title={words.title} figures={<Figures />}>
      {done && <Banner kind="notice">{done}</Banner>}
      {outcomes.length > 0 && <Outcomes of={outcomes} onClose={() => setOutcomes([])} />}
      {rows.error && <Failed error={rows.error} onRetry={rows.retry} />}
      <div className={filters.case ? 'jia-review jia-review-one' : 'jia-review'}>
        <div className="jia-review-side">
          <div className="jia-review-tools">
            <FilterSentence values={filters} onChange={setFilters} parts={parts} />
            <Batch
              rows={rows.rows}
              ticked={ticked}
              onTick={setTicked}
              onDone={(each) => {
                setTicked([]);
                setOutcomes(each);
                open(undefined);
              }}
            />
          </div>
          {rows.isLoading && <Loading rows={6} />}
          {!rows.isLoading && !rows.error && rows.rows.length === 0 && (
            <EmptyState icon="sign">{isTold ? words.emptyTold : words.empty}</EmptyState>
          )}
          {rows.rows.length > 0 && (
            <ReviewList rows={rows} openId={openId} ticked={ticked} onTick={toggle} onOpen={open} />
          )}
        </div>
        {openId && (
          <div className="jia-review-main">
            <div className="jia-review-back">
              <Button small icon="left" onPress={() => open(undefined)}>
                {words.back}
              </Button>
            </div>
            <Reviewed key={openId} caseId={openId} onDone={(sentence) => open(undefined, sentence)} />
          </div>
        )}
      </div>
    </DeskPage>
  );
}

const parts = [
  {
    kind: 'choice' as const,
    key: 'which',
    label: words.which,
    all: words.mine,
    choices: [{ value: 'told_first', word: words.told }],
  },
];

function Figures() {
  const { data } = useRead(countReview);
  if (!data) return null;
  return (
    <>
      <Figure value={data.waiting} word={words.waiting} />
      <Figure value={data.overdue} word={words.overdue} tone={data.overdue > 0 ? 'late' : 'plain'} />
      {data.toldFirst > 0 && <Figure value={data.toldFirst} word={words.toldFirst} />}
      {data.averageMinutes !== null && (
        <Figure value={duration(data.averageMinutes * 60_000)} word={words.average} />
      )}
    </>
  );
}
