import type { OutputOf } from '#contract/define.ts';
import { readMonths } from '#contract/points/endpoints.ts';
import { figure, moment } from '#web/lib/formats.ts';
import { useRead } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { type RegisterColumn, RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { StatusChip } from '#web/ui/StatusChip/StatusChip.tsx';
import { deskWords } from '../words.ts';
import { wholeList } from './rows.ts';

const words = deskWords.months;
type Month = OutputOf<typeof readMonths>['items'][number];

/** What was issued, redeemed, ran out, and what is in people's hands. */
export function MonthsPage() {
  const read = useRead(readMonths);
  const check = read.data?.check;
  return (
    <DeskPage
      title={words.title}
      figures={
        check ? (
          check.broken === 0 && <StatusChip status="done">{words.ok(moment(check.at))}</StatusChip>
        ) : (
          <span className="jia-caption">{words.unchecked}</span>
        )
      }
    >
      {check && check.broken > 0 && (
        <Banner kind="error">{words.broken(moment(check.at), check.broken)}</Banner>
      )}
      <RegisterTable
        name="points-months"
        rows={wholeList<Month>(read)}
        rowKey={({ month }) => month}
        columns={columns}
        empty={<EmptyState icon="seed">{words.none}</EmptyState>}
      />
    </DeskPage>
  );
}

const number = (key: Exclude<keyof Month, 'month'>): RegisterColumn<Month> => ({
  key,
  title: words.columns[key],
  align: 'end',
  render: (row) => figure(row[key]),
});

const columns: readonly RegisterColumn<Month>[] = [
  { key: 'month', title: words.columns.month, render: ({ month }) => month },
  number('issued'),
  number('redeemed'),
  number('expired'),
  number('donated'),
  number('outstanding'),
];
