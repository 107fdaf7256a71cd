import { useState } from 'react';
import { approveCorrection, confirmHours, listHourRequests } from '#contract/attendance/endpoints.ts';
import type { HourRequestRecord } from '#contract/attendance/records.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, usePages } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { type RegisterColumn, RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { labels } from '../words.ts';
import { DeclineForm, TakeUpForm } from './RequestForms.tsx';
import { requestsWords as words } from './words.ts';

interface Asked {
  request: HourRequestRecord;
  form: 'takeUp' | 'decline';
}

/** What residents ask for, and hours by hand and corrections that wait for a second person. */
export function HourRequestsPage() {
  const rows = usePages(listHourRequests);
  const [asked, setAsked] = useState<Asked | null>(null);
  const confirm = useCommand(confirmHours);
  const approve = useCommand(approveCorrection);
  const error = confirm.error ?? approve.error;
  const verbs = (request: HourRequestRecord) => {
    const { requestId, kind, can } = request;
    return (
      <span className="jia-attendance-pair">
        {can.takeUp === true && (
          <Button small onPress={() => setAsked({ request, form: 'takeUp' })}>
            {words.takeUp}
          </Button>
        )}
        {can.confirm === true && (
          <Button
            small
            onPress={() => (kind === 'backfill' ? confirm : approve).mutate({ params: { requestId } })}
          >
            {words.confirm}
          </Button>
        )}
        {can.decline === true && (
          <Button small kind="quiet" onPress={() => setAsked({ request, form: 'decline' })}>
            {words.decline}
          </Button>
        )}
      </span>
    );
  };
  const close = () => setAsked(null);
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
      {asked?.form === 'takeUp' && <TakeUpForm request={asked.request} onClose={close} />}
      {asked?.form === 'decline' && <DeclineForm request={asked.request} onClose={close} />}
    </DeskPage>
  );
}

const columns: readonly RegisterColumn<HourRequestRecord>[] = [
  { key: 'kind', title: words.columns.kind, render: ({ kind }) => labels.requestKind[kind] },
  { key: 'state', title: words.columns.state, render: ({ state }) => labels.requestState[state] },
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
