import './points.css';
import { type ReactNode, useState } from 'react';
import { listMyStatement, readMyPoints } from '#contract/points/mine.ts';
import type { MyPoints } from '#contract/points/records.ts';
import { calendarDay, figure } from '#web/lib/formats.ts';
import { usePages, useRead } from '#web/lib/query.ts';
import { Link, useNavigate } from '#web/lib/router.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { Amount, LineRow, lastDay } from './lines.tsx';
import { MoveQuestion } from './MoveQuestion.tsx';
import { labels, pointsWords as words } from './words.ts';

const recentMax = 5;

/** My points: what is there, what runs out, what happened. The shell puts hours and offers of other features in. */
export function PointsPage({ hours, offers }: { hours?: ReactNode; offers?: ReactNode }) {
  const { data, error, refetch } = useRead(readMyPoints);
  const navigate = useNavigate();
  const open = (path: string) => void navigate({ to: path as never });
  return (
    <>
      <PageHeader
        title={data && !data.family ? words.title : words.familyTitle}
        onBack
        action={<Link to={'/points/rules' as never}>{words.rules}</Link>}
      />
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={5} />}
      {data && (
        <>
          <Card mine={data} hours={hours} />
          {data.owed > 0 && <Banner kind="notice">{words.owed(figure(data.owed))}</Banner>}
          {offers}
          {data.pending.length > 0 && <Pending mine={data} />}
          <Recent />
          <RowSheet>
            <ListRow title={words.board} note={words.boardNote} onPress={() => open('/points/board')} />
            <ListRow title={words.notice} note={words.noticeNote} onPress={() => open('/points/notice')} />
          </RowSheet>
        </>
      )}
    </>
  );
}

function Card({ mine, hours }: { mine: MyPoints; hours: ReactNode }) {
  const [asked, setAsked] = useState<'split' | 'pool' | 'donate' | null>(null);
  const { family, paying, own, can } = mine;
  const { expiring } = paying;
  return (
    <section className="jia-points-card">
      <div className="jia-points-card-head">
        <div>
          <p className="jia-points-who">
            {family ? words.family(family.nickname, family.memberCount) : words.own}
          </p>
          <span className="jia-points-balance">
            {figure(paying.balance)}
            <small>{words.unit}</small>
          </span>
        </div>
        {hours}
      </div>
      <div className="jia-points-card-foot">
        <span>
          {expiring ? words.expiring(figure(expiring.amount), lastDay(expiring.at)) : words.noExpiring}
          {paying.held > 0 && ` · ${words.held(figure(paying.held))}`}
        </span>
        <span className="jia-points-verbs">
          {can.split === true && (
            <button type="button" className="jia-points-verb" onClick={() => setAsked('split')}>
              {words.split}
            </button>
          )}
          {can.donate === true && (
            <button type="button" className="jia-points-verb" onClick={() => setAsked('donate')}>
              {words.donate}
            </button>
          )}
        </span>
      </div>
      {can.pool === true && own && (
        <Button small onPress={() => setAsked('pool')}>
          {words.pool(figure(own.available))}
        </Button>
      )}
      {asked && <MoveQuestion kind={asked} mine={mine} onClose={() => setAsked(null)} />}
    </section>
  );
}

function Pending({ mine }: { mine: MyPoints }) {
  return (
    <Section title={words.pending}>
      <RowSheet>
        {mine.pending.map((one) => (
          <ListRow
            key={one.holdId}
            title={one.title ?? (one.source ? labels.source[one.source] : '')}
            note={words.pendingNote(calendarDay(one.releaseAt))}
            trailing={<Amount amount={one.amount} />}
          />
        ))}
      </RowSheet>
    </Section>
  );
}

function Recent() {
  const { rows, isLoading } = usePages(listMyStatement, { query: { limit: recentMax } });
  if (isLoading) return <Loading rows={3} />;
  if (rows.length === 0) return <EmptyState icon="seed">{words.none}</EmptyState>;
  return (
    <Section title={words.recent} aside={<Link to={'/points/statement' as never}>{words.all}</Link>}>
      <RowSheet>
        {rows.slice(0, recentMax).map((line) => (
          <LineRow key={line.lineId} line={line} />
        ))}
      </RowSheet>
    </Section>
  );
}
