import './people.css';
import { useState } from 'react';
import type { Can } from '#contract/common.ts';
import type { RequestStatus } from '#contract/people/codes.ts';
import {
  decideCorrection,
  decideErasure,
  decideMinorAccess,
  listCorrections,
  listErasures,
  listMinorAccess,
} from '#contract/people/protection.ts';
import type { CorrectionRecord, ErasureRecord, MinorAccessRecord } from '#contract/people/records.ts';
import { stamp } from '#web/lib/formats.ts';
import { useMayAnywhere } from '#web/lib/me.ts';
import { type PagedRows, useCommand, usePages } from '#web/lib/query.ts';
import { useFilters } from '#web/lib/router.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { FilterSentence } from '#web/ui/RegisterTable/FilterSentence.tsx';
import { type RegisterColumn, RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { StatusChip } from '#web/ui/StatusChip/StatusChip.tsx';
import { DecideRequestForm, type Decision } from './DecideRequestForm.tsx';
import { labels, personsWords, requestsWords as words } from './words.ts';

/** What residents and colleagues ask for: access to a minor, a correction, an erasure. */
export function RequestsPage() {
  const [filters, setFilters] = useFilters();
  const mayAnywhere = useMayAnywhere();
  const status = filters.decided === 'yes' ? undefined : ('requested' as const);
  const kinds = [
    ...(mayAnywhere('person.edit') ? [{ value: 'corrections', word: words.corrections }] : []),
    ...(mayAnywhere('person.erase') ? [{ value: 'erasures', word: words.erasures }] : []),
  ];
  const parts = [
    { kind: 'choice' as const, key: 'kind', label: words.which, all: words.access, choices: kinds },
    {
      kind: 'choice' as const,
      key: 'decided',
      label: words.statusLabel,
      all: words.waiting,
      choices: [{ value: 'yes', word: words.decided }],
    },
  ];
  const sentence = <FilterSentence values={filters} onChange={setFilters} parts={parts} />;
  return (
    <DeskPage title={words.title}>
      {filters.kind === 'corrections' ? (
        <Corrections status={status} filters={sentence} />
      ) : filters.kind === 'erasures' ? (
        <Erasures status={status} filters={sentence} />
      ) : (
        <AccessRequests status={status} filters={sentence} />
      )}
    </DeskPage>
  );
}

interface TableProps {
  status: RequestStatus | undefined;
  filters: React.ReactNode;
}

function AccessRequests({ status, filters }: TableProps) {
  const rows = usePages(listMinorAccess, { query: status ? { status } : {} });
  const command = useCommand(decideMinorAccess);
  const columns: readonly RegisterColumn<MinorAccessRecord>[] = [
    {
      key: 'person',
      title: words.columns.person,
      render: ({ personName, personAge }) =>
        [personName, personAge !== null && personsWords.years(personAge)].filter(Boolean).join(' · '),
    },
    { key: 'by', title: words.columns.by, render: ({ requestedByName }) => requestedByName },
    {
      key: 'what',
      title: words.columns.what,
      render: ({ purpose, reason }) => `${labels.revealPurpose[purpose]} · ${reason}`,
    },
    { key: 'at', title: words.columns.at, render: ({ requestedAt }) => stamp(requestedAt) },
  ];
  return (
    <RequestTable
      name="minor-access"
      rows={rows}
      rowKey={({ requestId }) => requestId}
      columns={columns}
      filters={filters}
      help={words.accessHelp}
      decide={(row, decision) =>
        command.mutateAsync({ params: { requestId: row.requestId }, body: decision })
      }
    />
  );
}

function Corrections({ status, filters }: TableProps) {
  const rows = usePages(listCorrections, { query: status ? { status } : {} });
  const command = useCommand(decideCorrection);
  const columns: readonly RegisterColumn<CorrectionRecord>[] = [
    { key: 'person', title: words.columns.person, render: ({ personName }) => personName },
    {
      key: 'what',
      title: words.columns.what,
      render: ({ field, wanted }) => [labels.correctable[field], wanted].filter(Boolean).join(' · '),
    },
    { key: 'at', title: words.columns.at, render: ({ requestedAt }) => stamp(requestedAt) },
  ];
  return (
    <RequestTable
      name="corrections"
      rows={rows}
      rowKey={({ correctionId }) => correctionId}
      columns={columns}
      filters={filters}
      help={words.correctionHelp}
      verbs={{ approve: words.done, decline: words.notDone }}
      decide={(row, decision) =>
        command.mutateAsync({ params: { correctionId: row.correctionId }, body: decision })
      }
    />
  );
}

function Erasures({ status, filters }: TableProps) {
  const rows = usePages(listErasures, { query: status ? { status } : {} });
  const command = useCommand(decideErasure);
  const columns: readonly RegisterColumn<ErasureRecord>[] = [
    { key: 'person', title: words.columns.person, render: ({ personName }) => personName },
    {
      key: 'by',
      title: words.columns.by,
      render: ({ bySelf, requestedByName }) => (bySelf ? words.bySelf : requestedByName),
    },
    { key: 'what', title: words.columns.what, render: ({ reason }) => reason },
    { key: 'at', title: words.columns.at, render: ({ requestedAt }) => stamp(requestedAt) },
    { key: 'due', title: words.columns.due, render: ({ dueOn }) => dueOn },
  ];
  return (
    <RequestTable
      name="erasures"
      rows={rows}
      rowKey={({ erasureId }) => erasureId}
      columns={columns}
      filters={filters}
      help={words.erasureHelp}
      decide={(row, decision) =>
        command.mutateAsync({ params: { erasureId: row.erasureId }, body: decision })
      }
    />
  );
}

interface Request {
  status: RequestStatus;
  decidedByName: string | null;
  decisionReason: string | null;
  can: Can<'decide'>;
}

interface RequestTableProps<Row extends Request> {
  name: string;
  rows: PagedRows<Row>;
  rowKey: (row: Row) => string;
  columns: readonly RegisterColumn<Row>[];
  filters: React.ReactNode;
  help: string;
  verbs?: { approve: string; decline: string };
  decide: (row: Row, decision: Decision) => Promise<unknown>;
}

const chips = { requested: 'waiting', approved: 'done', declined: 'returned' } as const;

/** The columns every kind of request ends with, and the form that decides one. */
function RequestTable<Row extends Request>(props: RequestTableProps<Row>) {
  const [chosen, choose] = useState<Row | null>(null);
  const columns: readonly RegisterColumn<Row>[] = [
    ...props.columns,
    {
      key: 'status',
      title: words.columns.status,
      render: ({ status }) => <StatusChip status={chips[status]}>{labels.requestStatus[status]}</StatusChip>,
    },
    {
      key: 'decided',
      title: words.columns.decided,
      render: ({ decidedByName, decisionReason }) =>
        [decidedByName, decisionReason].filter(Boolean).join(' · '),
    },
    {
      key: 'act',
      title: words.columns.act,
      render: (row) =>
        row.can.decide === true && (
          <Button kind="quiet" small onPress={() => choose(row)}>
            {words.open}
          </Button>
        ),
    },
  ];
  return (
    <>
      <RegisterTable
        name={props.name}
        rows={props.rows}
        rowKey={props.rowKey}
        columns={columns}
        filters={props.filters}
        selectedKey={chosen ? props.rowKey(chosen) : undefined}
        empty={<EmptyState>{words.none}</EmptyState>}
      />
      {chosen && (
        <DecideRequestForm
          help={props.help}
          {...(props.verbs ? { verbs: props.verbs } : {})}
          decide={(decision) => props.decide(chosen, decision)}
          onClose={() => choose(null)}
        />
      )}
    </>
  );
}
