import './points.css';
import { useState } from 'react';
import { boardPeriods, readBoard } from '#contract/points/endpoints.ts';
import { figure } from '#web/lib/formats.ts';
import { useRead } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { Tag } from '#web/ui/StatusChip/StatusChip.tsx';
import { pointsWords as words } from './words.ts';

type Period = (typeof boardPeriods)[number];

/** Families that want to be seen, by nickname. */
export function BoardPage() {
  const [period, setPeriod] = useState<Period>('month');
  const { data, error, refetch } = useRead(readBoard, { query: { period } });
  return (
    <>
      <PageHeader title={words.board} onBack />
      <p className="jia-text2">{words.boardNote}</p>
      <div className="jia-points-periods">
        {boardPeriods.map((one) => (
          <Button
            key={one}
            small
            kind={one === period ? 'primary' : 'secondary'}
            onPress={() => setPeriod(one)}
          >
            {words.periods[one]}
          </Button>
        ))}
      </div>
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={6} />}
      {data?.items.length === 0 && <EmptyState icon="people">{words.boardNone}</EmptyState>}
      {data && data.items.length > 0 && (
        <RowSheet>
          {data.items.map((one) => (
            <ListRow
              key={`${one.rank}${one.nickname}`}
              leading={<strong>{one.rank}</strong>}
              title={one.nickname}
              trailing={
                <span className="jia-points-amount">
                  {one.isMine && <Tag>{words.mine}</Tag>} {figure(one.amount)}
                </span>
              }
            />
          ))}
        </RowSheet>
      )}
    </>
  );
}
