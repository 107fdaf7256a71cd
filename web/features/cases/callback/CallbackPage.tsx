import '../cases.css';
import '../review/review.css';
import { useState } from 'react';
import { type CallbackRow, listCallbacks } from '#contract/cases/callback/endpoints.ts';
import { revealRequester } from '#contract/cases/endpoints.ts';
import { call } from '#web/lib/call.ts';
import { moment } from '#web/lib/formats.ts';
import { useMe } from '#web/lib/me.ts';
import { usePages } from '#web/lib/query.ts';
import { Link, useFilters } from '#web/lib/router.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { Figure } from '#web/ui/Figure/Figure.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { MaskedText } from '#web/ui/MaskedText/MaskedText.tsx';
import { Section, Sheet } from '#web/ui/Section/Section.tsx';
import { StatusChip, Tag } from '#web/ui/StatusChip/StatusChip.tsx';
import { labels, reasonOf } from '../words.ts';
import { CallbackForm } from './CallbackForm.tsx';
import { callbackWords as words } from './words.ts';

/** 回访: whom to call next, how to ask, and what was said; the step that follows is taken by the server. */
export function CallbackPage() {
  const [filters, setFilters] = useFilters();
  const rows = usePages(listCallbacks);
  const [done, setDone] = useState<string | null>(null);
  const chosen = rows.rows.find(({ caseId }) => caseId === filters.case) ?? rows.rows[0];
  const open = (caseId: string | undefined, sentence: string | null = null) => {
    setDone(sentence);
    setFilters({ case: caseId });
  };
  return (
    <DeskPage
      title={words.title}
      figures={typeof rows.total === 'number' && <Figure value={rows.total} word={words.waiting} />}
    >
      {done && <Banner kind="notice">{done}</Banner>}
      {rows.error && <Failed error={rows.error} onRetry={rows.retry} />}
      {rows.isLoading && <Loading rows={6} />}
      {!rows.isLoading && !rows.error && rows.rows.length === 0 && (
        <EmptyState icon="phone">{words.empty}</EmptyState>
      )}
      {chosen && (
        <div className={filters.case ? 'jia-review jia-review-one' : 'jia-review'}>
          <div className="jia-review-side">
            <div className="jia-review-list">
              <p className="jia-caption jia-review-help">{words.hint}</p>
              {rows.rows.map((row) => (
                <Row
                  key={row.caseId}
                  row={row}
                  isOpen={row.caseId === chosen.caseId}
                  onOpen={() => open(row.caseId)}
                />
              ))}
              {rows.hasMore && <Button onPress={rows.more}>{words.more}</Button>}
            </div>
          </div>
          <div className="jia-review-main">
            <div className="jia-review-back">
              <Button small icon="left" onPress={() => open(undefined)}>
                {words.back}
              </Button>
            </div>
            <Called key={chosen.caseId} row={chosen} onDone={(sentence) => open(undefined, sentence)} />
          </div>
        </div>
      )}
    </DeskPage>
  );
}

function Row({ row, isOpen, onOpen }: { row: CallbackRow; isOpen: boolean; onOpen: () => void }) {
  return (
    <div
      className={
        isOpen ? 'jia-review-row jia-review-open jia-callback-row' : 'jia-review-row jia-callback-row'
      }
    >
      <button type="button" onClick={onOpen} aria-pressed={isOpen}>
        <span className="jia-review-title">{row.title}</span>
        <span className="jia-caption">
          {[row.number, row.finishedAt && words.since(moment(row.finishedAt))].filter(Boolean).join(' · ')}
        </span>
        <span className="jia-review-foot-line">
          {row.urgency === 'critical' && <StatusChip status="overdue">{labels.urgency.critical}</StatusChip>}
          {row.attempts.length > 0 && (
            <StatusChip status="repeat">{words.missed(row.attempts.length)}</StatusChip>
          )}
        </span>
      </button>
    </div>
  );
}

function Called({ row, onDone }: { row: CallbackRow; onDone: (sentence: string) => void }) {
  return (
    <div className="jia-review-case">
      <header className="jia-case-head">
        <div className="jia-case-title">
          <h2>{row.title}</h2>
          <Tag>{labels.kind[row.kind]}</Tag>
        </div>
        <Link to="/cases/$caseId" params={{ caseId: row.caseId } as never} className="jia-review-all">
          {row.number}
        </Link>
      </header>
      <Section title={words.requester}>
        <Sheet>
          <Requester row={row} />
          {row.attempts.map(({ at, by }) => (
            <p key={at} className="jia-caption">
              {words.attempt(moment(at), by)}
            </p>
          ))}
        </Sheet>
      </Section>
      <Script row={row} />
      {row.mayCall === true ? (
        <CallbackForm key={row.version} row={row} onDone={onDone} />
      ) : (
        <Banner kind="notice">{reasonOf(row.mayCall)}</Banner>
      )}
    </div>
  );
}

/** The number in the clear only after saying what for; it is written down. */
function Requester({ row }: { row: CallbackRow }) {
  const { requester } = row;
  if (!requester) return <p>{words.noRequester}</p>;
  const reveal = async (purpose: string) => {
    const { requesters } = await call(revealRequester, {
      params: { caseId: row.caseId },
      body: { purpose },
    });
    return requesters.find(({ requesterId }) => requesterId === requester.requesterId)?.phone ?? '';
  };
  return (
    <p className="jia-requester">
      <strong>{requester.name || words.hidden}</strong>
      {requester.phone && (
        <MaskedText masked={requester.phone} isPhone {...(row.mayCall === true ? { reveal } : {})} />
      )}
      <span className="jia-caption">{words.purposeHelp}</span>
    </p>
  );
}

function Script({ row }: { row: CallbackRow }) {
  const street = useMe().data?.street.name ?? '';
  return (
    <Section title={words.script}>
      <Sheet>
        <div className="jia-callback-script">
          <p>{words.opening(street, row.title)}</p>
          {row.result && (
            <>
              <p className="jia-caption">{words.result}</p>
              <p className="jia-quoted">{row.result}</p>
            </>
          )}
          <p>{words.closing}</p>
        </div>
      </Sheet>
    </Section>
  );
}
