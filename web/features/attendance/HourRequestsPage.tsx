import {
  approveCorrection,
  confirmHours,
  declineHours,
  listHourRequests,
} from '#contract/attendance/endpoints.ts';
import type { HourRequestRecord } from '#contract/attendance/records.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, usePages } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { type RegisterColumn, RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { labels, venueWords, requestsWords as words } from './words.ts';

/** Hours by hand and corrections that wait for a second person. */
export function HourRequestsPage() {
  const rows = usePages(listHourRequests);
  const confirm = useCommand(confirmHours);
  const approve = useCommand(approveCorrection);
  const decline = useCommand(declineHours);
  const error = confirm.error ?? approve.error ?? decline.error;
  const verbs = ({ requestId, kind, can }: HourRequestRecord) =>
    can.confirm === true && (
      <span className="jia-attendance-pair">
        <Button
          small
          onPress={() => (kind === 'backfill' ? confirm : approve).mutate({ params: { requestId } })}
        >
          {words.confirm}
        </Button>
        <Button
          small
          kind="quiet"
          onPress={() =>
            decline.mutate({ params: { requestId }, body: { reason: venueWords.declineReason } })
          }
        >
          {words.decline}
        </Button>
      </span>
    );
  return (
    <DeskPage title={words.title}>
      {error && <Banner kind="error">{sentenceOf(error)}</Banner>}
      <RegisterTable
        name="hour-requests"
        rows={rows}
        rowKey={({ requestId }) => requestId}
        columns={[...columns, { key: 'verbs', title: words.confirm, render: verbs }]}
        empty={<EmptyState>{words.empty}</EmptyState>}
      />
    </DeskPage>
  );
}

const columns: readonly RegisterColumn<HourRequestRecord>[] = [
  { key: 'kind', title: words.columns.kind, render: ({ kind }) => labels.requestKind[kind] },
  { key: 'name', title: words.columns.name, render: ({ name }) => name },
  { key: 'title', title: words.columns.title, render: ({ title }) => title },
  {
    key: 'minutes',
    title: words.columns.minutes,
    render: ({ minutesBefore, minutes }) => words.change(minutesBefore, minutes),
  },
  { key: 'reason', title: words.columns.reason, render: ({ reason }) => reason },
  { key: 'askedBy', title: words.columns.askedBy, render: ({ askedBy }) => askedBy },
];
