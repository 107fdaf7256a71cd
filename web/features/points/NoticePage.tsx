import './points.css';
import { useState } from 'react';
import { listNotice, objectToPoints } from '#contract/points/endpoints.ts';
import type { NoticeLine } from '#contract/points/records.ts';
import { calendarDay } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, usePages } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { StatusChip } from '#web/ui/StatusChip/StatusChip.tsx';
import { WrittenQuestion } from '#web/ui/WrittenQuestion/WrittenQuestion.tsx';
import { Amount } from './lines.tsx';
import { labels, pointsWords as words } from './words.ts';

/** Points that are to be granted, open to objections until their day. */
export function NoticePage() {
  const pages = usePages(listNotice, { query: { limit: 50 } });
  const [asked, setAsked] = useState<NoticeLine | null>(null);
  return (
    <>
      <PageHeader title={words.notice} onBack />
      {pages.error && <Failed error={pages.error} onRetry={pages.retry} />}
      {pages.isLoading && <Loading rows={5} />}
      {!pages.isLoading && !pages.error && pages.rows.length === 0 && (
        <EmptyState>{words.noticeNone}</EmptyState>
      )}
      {pages.rows.length > 0 && (
        <RowSheet>
          {pages.rows.map((one) => (
            <ListRow
              key={one.holdId}
              title={
                <>
                  {one.who} <Amount amount={one.amount} />
                </>
              }
              note={[
                one.title ?? (one.source ? labels.source[one.source] : ''),
                words.pendingNote(calendarDay(one.releaseAt)),
              ].join(' · ')}
              trailing={
                one.hasMyObjection ? (
                  <StatusChip status="waiting">{words.objected}</StatusChip>
                ) : (
                  !one.isMine && (
                    <Button small onPress={() => setAsked(one)}>
                      {words.object}
                    </Button>
                  )
                )
              }
            />
          ))}
        </RowSheet>
      )}
      {asked && <ObjectQuestion notice={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

function ObjectQuestion({ notice, onClose }: { notice: NoticeLine; onClose: () => void }) {
  const object = useCommand(objectToPoints, { touches: ['points'], onDone: onClose });
  return (
    <WrittenQuestion
      question={words.objectTitle(notice.who)}
      yes={words.submit}
      no={words.cancel}
      label={words.objectText}
      missing={words.objectMissing}
      max={300}
      rows={3}
      problem={object.error && sentenceOf(object.error)}
      busy={object.isPending && words.sending}
      onYes={(text) => object.mutate({ params: { holdId: notice.holdId }, body: { text } })}
      onNo={onClose}
    />
  );
}
