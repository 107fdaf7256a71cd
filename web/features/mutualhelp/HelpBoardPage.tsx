import { useState } from 'react';
import { type AskStatus, askStatuses } from '#contract/mutualhelp/codes.ts';
import { closeReports, hideAsk, listModerated } from '#contract/mutualhelp/endpoints.ts';
import type { ModeratedAsk } from '#contract/mutualhelp/records.ts';
import {
  askStatusLabels,
  companyLabels,
  helpKindLabels,
  reportReasonLabels,
} from '#contract/mutualhelp/words.ts';
import { stamp } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, usePages } from '#web/lib/query.ts';
import { useFilters } from '#web/lib/router.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { FilterSentence } from '#web/ui/RegisterTable/FilterSentence.tsx';
import { type RegisterColumn, RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { StatusChip } from '#web/ui/StatusChip/StatusChip.tsx';
import { AskChip, whenOf } from './parts.tsx';
import { helpDeskWords as words } from './words.ts';

/** What neighbours ask each other, for the community that answers for it; reports first. */
export function HelpBoardPage() {
  const [filters, setFilters] = useFilters();
  const [opened, setOpened] = useState<ModeratedAsk | null>(null);
  const status = askStatuses.find((one): one is AskStatus => one === filters.status);
  const rows = usePages(listModerated, { query: status ? { status } : {} });
  const act: RegisterColumn<ModeratedAsk> = {
    key: 'act',
    title: words.columns.act,
    render: (ask) =>
      ask.can.hide === true && (
        <Button kind="quiet" small onPress={() => setOpened(ask)}>
          {words.look}
        </Button>
      ),
  };
  return (
    <DeskPage title={words.title}>
      <p className="jia-hint">{words.explain}</p>
      <RegisterTable
        name="help-asks"
        rows={rows}
        rowKey={({ askId }) => askId}
        columns={[...columns, act]}
        filters={<FilterSentence values={filters} onChange={setFilters} parts={filterParts} />}
        empty={<EmptyState>{words.empty}</EmptyState>}
      />
      {opened && <ModerateDrawer ask={opened} onClose={() => setOpened(null)} />}
    </DeskPage>
  );
}

const filterParts = [
  {
    kind: 'choice',
    key: 'status',
    label: words.state,
    all: words.anyState,
    choices: askStatuses.map((value) => ({ value, word: askStatusLabels[value] })),
  },
] as const;

const openReports = ({ reports }: ModeratedAsk) => reports.filter(({ closedAt }) => !closedAt);

const columns: readonly RegisterColumn<ModeratedAsk>[] = [
  { key: 'kind', title: words.columns.kind, render: ({ kind }) => helpKindLabels[kind] },
  { key: 'text', title: words.columns.text, render: ({ text }) => text },
  { key: 'asker', title: words.columns.asker, render: ({ asker }) => asker },
  { key: 'area', title: words.columns.area, render: ({ area }) => area.name },
  { key: 'when', title: words.columns.when, render: (ask) => whenOf(ask) },
  { key: 'company', title: words.columns.company, render: ({ company }) => companyLabels[company] },
  { key: 'status', title: words.columns.status, render: ({ status }) => <AskChip status={status} /> },
  {
    key: 'reports',
    title: words.columns.reports,
    render: (ask) =>
      openReports(ask).length > 0 && (
        <StatusChip status="supervised">{words.reports(openReports(ask).length)}</StatusChip>
      ),
  },
];

function ModerateDrawer({ ask, onClose }: { ask: ModeratedAsk; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const hide = useCommand(hideAsk, { onDone: onClose });
  const stand = useCommand(closeReports, { onDone: onClose });
  const params = { askId: ask.askId };
  const error = hide.error ?? stand.error;
  return (
    <FormDrawer
      isOpen
      title={words.drawer}
      verb={words.hide}
      busy={hide.isPending}
      problem={error && sentenceOf(error)}
      reason={reason.trim() ? undefined : words.reasonMissing}
      onSubmit={() => hide.mutate({ params, body: { reason: reason.trim(), version: ask.version } })}
      onClose={onClose}
    >
      <div className="jia-stack">
        <p>{`${helpKindLabels[ask.kind]} · ${ask.text}`}</p>
        {ask.reports.map((report) => (
          <p key={report.reportId} className="jia-caption">
            {[stamp(report.reportedAt), reportReasonLabels[report.reason], report.note]
              .filter(Boolean)
              .join(' · ')}
          </p>
        ))}
        {ask.can.close === true && (
          <Button busy={stand.isPending && words.stand} onPress={() => stand.mutate({ params })}>
            {words.stand}
          </Button>
        )}
        <TextField label={words.reason} maxLength={100} value={reason} onChange={setReason} />
      </div>
    </FormDrawer>
  );
}
