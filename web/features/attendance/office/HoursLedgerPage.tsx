import '../attendance.css';
import { type ReactNode, useState } from 'react';
import { correctHours, listHours, revokeKeysOfEntry } from '#contract/attendance/desk.ts';
import type { Credit, HourSource } from '#contract/attendance/kinds.ts';
import type { HourEntryRecord } from '#contract/attendance/records.ts';
import { clock } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, usePages } from '#web/lib/query.ts';
import { useFilters } from '#web/lib/router.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { FilterSentence } from '#web/ui/RegisterTable/FilterSentence.tsx';
import { type RegisterColumn, RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { Tag } from '#web/ui/StatusChip/StatusChip.tsx';
import { venueWords } from '../venue/words.ts';
import { hoursText, labels } from '../words.ts';
import { ledgerWords as words } from './words.ts';

interface Shown {
  filter: Readonly<Record<string, unknown>>;
  filterText: string;
}

/** The ledger of hours with filters; the shell brings the export. */
export function HoursLedgerPage({ exchange }: { exchange?: (shown: Shown) => ReactNode }) {
  const [filters, setFilters] = useFilters();
  const [chosen, setChosen] = useState<HourEntryRecord | null>(null);
  const [lost, setLost] = useState<HourEntryRecord | null>(null);
  const query = {
    ...(filters.source ? { source: filters.source as HourSource } : {}),
    ...(filters.credit ? { credit: filters.credit as Credit } : {}),
  };
  const rows = usePages(listHours, { query });
  const isFiltered = Object.keys(query).length > 0;
  const filterText = [
    query.source && labels.source[query.source],
    query.credit && labels.credit[query.credit],
  ];
  return (
    <DeskPage title={words.title}>
      <RegisterTable
        name="hours"
        rows={rows}
        rowKey={({ entryId }) => entryId}
        columns={columnsWith(setChosen, setLost)}
        empty={<EmptyState>{isFiltered ? words.none : words.empty}</EmptyState>}
        actions={exchange?.({ filter: query, filterText: filterText.filter(Boolean).join(' · ') })}
        filters={<FilterSentence values={filters} onChange={setFilters} parts={filterParts} />}
      />
      {lost && <LostPhone entry={lost} onClose={() => setLost(null)} />}
      {chosen && <Correction entry={chosen} onClose={() => setChosen(null)} />}
    </DeskPage>
  );
}

const choices = (of: Readonly<Record<string, string>>) =>
  Object.entries(of).map(([value, word]) => ({ value, word }));

const filterParts = [
  {
    kind: 'choice',
    key: 'source',
    label: words.source,
    all: words.allSources,
    choices: choices(labels.source),
  },
  {
    kind: 'choice',
    key: 'credit',
    label: words.credit,
    all: words.allCredits,
    choices: choices(labels.credit),
  },
] as const;

export const entryColumns: readonly RegisterColumn<HourEntryRecord>[] = [
  { key: 'name', title: words.columns.name, render: ({ name }) => name },
  { key: 'title', title: words.columns.title, render: ({ title }) => title },
  { key: 'day', title: words.columns.day, render: ({ day }) => day },
  {
    key: 'span',
    title: words.columns.span,
    render: ({ startedAt, endedAt }) => `${clock(startedAt)}–${clock(endedAt)}`,
  },
  {
    key: 'minutes',
    title: words.columns.minutes,
    align: 'end',
    render: ({ minutes }) => hoursText(minutes),
  },
  {
    key: 'source',
    title: words.columns.source,
    render: ({ source, isLate }) => (
      <>
        {labels.source[source]} {isLate && <Tag>{words.late}</Tag>}
      </>
    ),
  },
  { key: 'credit', title: words.columns.credit, render: ({ credit }) => labels.credit[credit] },
  { key: 'organisation', title: words.columns.organisation, render: ({ organisation }) => organisation },
];

const columnsWith = (
  choose: (entry: HourEntryRecord) => void,
  lose: (entry: HourEntryRecord) => void,
): readonly RegisterColumn<HourEntryRecord>[] => [
  ...entryColumns,
  {
    key: 'corrected',
    title: words.columns.corrected,
    render: (entry) => (
      <>
        {entry.corrects && words.was(entry.corrects.minutes)}{' '}
        {entry.can.correct === true && (
          <Button small kind="quiet" onPress={() => choose(entry)}>
            {words.correct}
          </Button>
        )}
        {entry.can.correct === true && (
          <Button small kind="quiet" onPress={() => lose(entry)}>
            {venueWords.lost}
          </Button>
        )}
      </>
    ),
  },
];

function LostPhone({ entry, onClose }: { entry: HourEntryRecord; onClose: () => void }) {
  const revoke = useCommand(revokeKeysOfEntry, { onDone: onClose });
  return (
    <ConfirmQuestion
      isOpen
      question={venueWords.lostQuestion(entry.name)}
      yes={venueWords.lostYes}
      no={venueWords.lostNo}
      busy={revoke.isPending && venueWords.submitting}
      onYes={() => revoke.mutate({ params: { entryId: entry.entryId } })}
      onNo={onClose}
    >
      <p>{venueWords.lostHelp}</p>
      {revoke.error && <Banner kind="error">{sentenceOf(revoke.error)}</Banner>}
    </ConfirmQuestion>
  );
}

function Correction({ entry, onClose }: { entry: HourEntryRecord; onClose: () => void }) {
  const [minutes, setMinutes] = useState(String(entry.minutes));
  const [reason, setReason] = useState('');
  const ask = useCommand(correctHours, { onDone: onClose });
  const isWhole = minutes !== '' && Number(minutes) !== entry.minutes && reason.trim() !== '';
  return (
    <FormDrawer
      isOpen
      title={words.correctTitle(entry.name)}
      busy={ask.isPending}
      problem={ask.error && sentenceOf(ask.error)}
      reason={isWhole ? undefined : words.correctMissing}
      onClose={onClose}
      onSubmit={() =>
        ask.mutate({
          params: { entryId: entry.entryId },
          body: { minutes: Number(minutes), reason: reason.trim() },
        })
      }
    >
      <p className="jia-hint">{words.note}</p>
      <TextField
        label={words.minutes}
        value={minutes}
        inputMode="numeric"
        maxLength={4}
        onChange={(value) => setMinutes(value.replace(/\D/g, ''))}
      />
      <TextField label={words.reason} value={reason} maxLength={200} onChange={setReason} />
    </FormDrawer>
  );
}
