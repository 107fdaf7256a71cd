import { useState } from 'react';
import { type CallStatus, callStatuses } from '#contract/calls/codes.ts';
import { listCalls } from '#contract/calls/endpoints.ts';
import type { CallRecord } from '#contract/calls/records.ts';
import { callStatusLabels, callTemplateLabels } from '#contract/calls/words.ts';
import { useMayAnywhere } from '#web/lib/me.ts';
import { usePages } from '#web/lib/query.ts';
import { useFilters } from '#web/lib/router.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { FilterSentence } from '#web/ui/RegisterTable/FilterSentence.tsx';
import { type RegisterColumn, RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { CallDrawer } from './CallDrawer.tsx';
import { IssueCallForm } from './IssueCallForm.tsx';
import { CallChip, whenOf } from './parts.tsx';
import { deskCallWords as words } from './words.ts';

/** Calls to action of the viewer's areas, with who comes against how many are needed. */
export function CallsListPage() {
  const may = useMayAnywhere();
  const [filters, setFilters] = useFilters();
  const [isIssuing, setIssuing] = useState(false);
  const [openedId, setOpenedId] = useState<string | null>(null);
  const status = callStatuses.find((one): one is CallStatus => one === filters.status);
  const rows = usePages(listCalls, { query: status ? { status } : {} });
  const act: RegisterColumn<CallRecord> = {
    key: 'act',
    title: words.columns.act,
    render: ({ callId }) => (
      <Button kind="quiet" small onPress={() => setOpenedId(callId)}>
        {words.look}
      </Button>
    ),
  };
  return (
    <DeskPage
      title={words.title}
      actions={
        may('call.issue') && (
          <Button kind="primary" onPress={() => setIssuing(true)}>
            {words.issue}
          </Button>
        )
      }
    >
      <p className="jia-hint">{words.explain}</p>
      <RegisterTable
        name="calls"
        rows={rows}
        rowKey={({ callId }) => callId}
        columns={[...columns, act]}
        filters={<FilterSentence values={filters} onChange={setFilters} parts={filterParts} />}
        empty={<EmptyState>{words.empty}</EmptyState>}
        selectedKey={openedId ?? undefined}
      />
      {isIssuing && <IssueCallForm onClose={() => setIssuing(false)} />}
      {openedId && <CallDrawer callId={openedId} onClose={() => setOpenedId(null)} />}
    </DeskPage>
  );
}

const filterParts = [
  {
    kind: 'choice',
    key: 'status',
    label: words.state,
    all: words.anyState,
    choices: callStatuses.map((value) => ({ value, word: callStatusLabels[value] })),
  },
] as const;

const columns: readonly RegisterColumn<CallRecord>[] = [
  { key: 'title', title: words.columns.title, render: ({ title }) => title },
  { key: 'template', title: words.columns.template, render: ({ template }) => callTemplateLabels[template] },
  {
    key: 'area',
    title: words.columns.area,
    render: ({ area, gatherPoint }) => `${area.name}${gatherPoint}`,
  },
  { key: 'when', title: words.columns.when, render: (call) => whenOf(call) },
  {
    key: 'coming',
    title: words.columns.coming,
    align: 'end',
    render: ({ comingCount, peopleWanted }) => words.comingOf(comingCount, peopleWanted),
  },
  {
    key: 'reached',
    title: words.columns.reached,
    align: 'end',
    render: ({ reachedCount }) => words.people(reachedCount),
  },
  { key: 'status', title: words.columns.status, render: ({ status }) => <CallChip status={status} /> },
];
