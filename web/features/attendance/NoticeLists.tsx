import { useState } from 'react';
import {
  listNoticedCertificates,
  listNoticedChecks,
  type NoticedCertificate,
  type NoticedCheck,
  type NoticeKind,
} from '#contract/attendance/notice.ts';
import { dayStamp, daysBetween } from '#web/lib/formats.ts';
import { usePages } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { ChoiceChips } from '#web/ui/Field/Field.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { StatusChip } from '#web/ui/StatusChip/StatusChip.tsx';
import { noticeWords as words } from './words.ts';

export interface Objectionable {
  kind: NoticeKind;
  subjectId: string;
  title: string;
}

/** Present where the viewer may object; the public page shows the lists alone. */
type OnObject = ((subject: Objectionable) => void) | undefined;

const monthsShown = 4;

/** This month and those before it, `2026-11`, in Beijing. */
function recentMonths(): string[] {
  const [year = 0, month = 0] = dayStamp(new Date()).split('-').map(Number);
  return Array.from({ length: monthsShown }, (_, back) =>
    new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7),
  );
}

/** Month by month: proofs of service that were issued, and what spot checks found. */
export function NoticeLists({ onObject }: { onObject?: OnObject }) {
  const [month, setMonth] = useState('');
  const months = recentMonths().map((value) => ({ value, word: words.month(value) }));
  return (
    <>
      <ChoiceChips
        label={words.monthLabel}
        choices={[{ value: '', word: words.allMonths }, ...months]}
        value={month}
        onChange={setMonth}
      />
      <Checks month={month} onObject={onObject} />
      <Certificates month={month} onObject={onObject} />
    </>
  );
}

interface ListProps {
  month: string;
  onObject: OnObject;
}

function Checks({ month, onObject }: ListProps) {
  const pages = usePages(listNoticedChecks, { query: { limit: 10, ...(month ? { month } : {}) } });
  return (
    <Section title={words.checks}>
      {pages.rows.length > 0 && (
        <RowSheet>
          {pages.rows.map((one) => (
            <ListRow
              key={one.checkId}
              title={words.checkTitle(one.area, daysBetween(one.fromOn, one.toOn))}
              note={
                <>
                  {words.result(words.found(one.drawn, one.outOf, one.wrong), one.result, one.seed)}
                  <Said one={one} />
                </>
              }
              trailing={
                <Verb
                  one={one}
                  kind="check"
                  subjectId={one.checkId}
                  title={words.aCheck}
                  onObject={onObject}
                />
              }
            />
          ))}
        </RowSheet>
      )}
      <Around pages={pages} none={words.noChecks} />
    </Section>
  );
}

function Certificates({ month, onObject }: ListProps) {
  const pages = usePages(listNoticedCertificates, { query: { limit: 20, ...(month ? { month } : {}) } });
  return (
    <Section title={words.certificates} aside={words.certificatesNote}>
      {pages.rows.length > 0 && (
        <RowSheet>
          {pages.rows.map((one) => (
            <ListRow
              key={one.certificateId}
              title={words.certificateTitle(one.name, one.minutes)}
              note={
                <>
                  {words.certificateNote({ ...one, days: daysBetween(one.fromOn, one.toOn) })}
                  {!one.holds && ` · ${words.corrected}`}
                  <Said one={one} />
                </>
              }
              trailing={
                <Verb
                  one={one}
                  kind="certificate"
                  subjectId={one.certificateId}
                  title={words.aCertificate(one.name)}
                  onObject={onObject}
                />
              }
            />
          ))}
        </RowSheet>
      )}
      <Around pages={pages} none={words.noCertificates} />
    </Section>
  );
}

interface Pages {
  error: Error | null;
  isLoading: boolean;
  rows: readonly unknown[];
  hasMore: boolean;
  retry: () => void;
  more: () => void;
}

function Around({ pages, none }: { pages: Pages; none: string }) {
  const { error, isLoading, rows, hasMore } = pages;
  if (error && rows.length === 0) return <Failed error={error} onRetry={pages.retry} />;
  if (isLoading) return <Loading rows={3} />;
  if (rows.length === 0) return <EmptyState>{none}</EmptyState>;
  return (
    hasMore && (
      <Button small kind="quiet" onPress={pages.more}>
        {words.more}
      </Button>
    )
  );
}

type Noticed = NoticedCertificate | NoticedCheck;

/** What became of objections: everybody reads that there was one, who made it also the answer. */
function Said({ one: { objected, mine } }: { one: Noticed }) {
  if (mine?.decision) return <> · {words.answered(mine.decision)}</>;
  return objected && <> · {words.objected[objected]}</>;
}

interface VerbProps extends Objectionable {
  one: Noticed;
  onObject: OnObject;
}

function Verb({ one, onObject, ...subject }: VerbProps) {
  if (one.mine?.state === 'open') return <StatusChip status="waiting">{words.waiting}</StatusChip>;
  if (!onObject || one.can.object !== true) return null;
  return (
    <Button small onPress={() => onObject(subject)}>
      {words.object}
    </Button>
  );
}
